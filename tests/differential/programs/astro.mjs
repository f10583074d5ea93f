// node astro.mjs FOLDER CASES.json: what a content collection with a title and a coerced date makes of each post.
import fs from 'node:fs'; import os from 'node:os'; import path from 'node:path'; import { pathToFileURL } from 'node:url';
const [, , folder, casesFile] = process.argv;
const modules = path.join(folder, 'node_modules');
const cases = JSON.parse(fs.readFileSync(casesFile, 'utf8'));
const site = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'postlint-astro-')));
fs.symlinkSync(modules, path.join(site, 'node_modules'));
fs.mkdirSync(path.join(site, 'src/posts'), { recursive: true });
for (const one of cases) fs.writeFileSync(path.join(site, 'src/posts', one.file), Buffer.from(one.b64, 'base64'));
fs.writeFileSync(path.join(site, 'package.json'), '{"name": "s", "type": "module"}');
fs.writeFileSync(path.join(site, 'astro.config.mjs'), 'export default {};\n');
// one file after the other, so that an error stays with its file
fs.writeFileSync(path.join(site, 'src/content.config.mjs'), `
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { glob } from 'astro/loaders';
const cases = ${JSON.stringify(cases.map(one => ({ name: one.name, file: one.file })))};
const posts = defineCollection({
  schema: z.object({ title: z.string(), date: z.coerce.date() }),
  loader: { name: 'one-by-one', load: async context => {
    const logger = { ...context.logger, info() {}, warn() {}, error() {}, debug() {}, fork: () => logger };
    for (const one of cases) {
      try {
        context.store.clear();
        await glob({ pattern: one.file, base: './src/posts' }).load({ ...context, logger });
        const [entry] = context.store.values();
        globalThis.answers.push(entry
          ? { name: one.name, status: 'published', title: entry.data.title, date: entry.data.date.toISOString() }
          : { name: one.name, status: 'left-out' });
      } catch { globalThis.answers.push({ name: one.name, status: 'build-fails' }); }
    }
    context.store.clear();
  } },
});
export const collections = { posts };
`);
globalThis.answers = [];
process.chdir(site);
const { sync } = await import(pathToFileURL(path.join(modules, 'astro/dist/core/index.js')));
await sync({ root: site, logLevel: 'silent' });
process.chdir(os.tmpdir());
fs.rmSync(site, { recursive: true, force: true });
process.stdout.write(`\n${JSON.stringify(globalThis.answers)}`, () => process.exit(0));
