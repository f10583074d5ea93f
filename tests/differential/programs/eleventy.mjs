// node eleventy.mjs FOLDER CASES.json: what an Eleventy build makes of each post, alone in a folder.
import fs from 'node:fs'; import os from 'node:os'; import path from 'node:path'; import { pathToFileURL } from 'node:url';
const [, , folder, casesFile] = process.argv;
const { Eleventy } = await import(pathToFileURL(path.join(folder, 'node_modules/@11ty/eleventy/src/Eleventy.js')));
const cases = JSON.parse(fs.readFileSync(casesFile, 'utf8'));
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'postlint-eleventy-'));
process.chdir(work);
console.log = console.warn = console.error = () => {};
const answers = [];
for (const [number, one] of cases.entries()) {
  const input = `s${number}`, file = path.join(input, one.file);
  fs.mkdirSync(input);
  fs.writeFileSync(file, Buffer.from(one.b64, 'base64'));
  let page = null;
  try {
    const build = new Eleventy(input, `${input}/_out`, { quietMode: true, config: settings => {
      settings.addCollection('all_of_it', api => { page = api.getAll()[0]; return []; });
    } });
    await build.init();
    await build.toJSON();
    const date = page && page.date, isOwn = page && page.data.date && !/^(git )?(last modified|created)$/i.test(String(page.data.date));
    answers.push({
      name: one.name, status: !page || page.url === false ? 'left-out' : 'published', title: page ? page.data.title ?? null : null,
      date: isOwn && date instanceof Date && !isNaN(date) ? date.toISOString() : null,
    });
  } catch { answers.push({ name: one.name, status: 'build-fails' }); }
}
process.chdir(os.tmpdir());
fs.rmSync(work, { recursive: true, force: true });
process.stdout.write(JSON.stringify(answers), () => process.exit(0));
