// node hexo.cjs FOLDER CASES.json: what Hexo's own processor makes of each post.
'use strict';
const fs = require('fs'), os = require('os'), path = require('path');
const [, , folder, casesFile] = process.argv;
const modules = path.join(folder, 'node_modules');
const Hexo = require(path.join(modules, 'hexo'));
const cases = JSON.parse(fs.readFileSync(casesFile, 'utf8'));
const site = fs.mkdtempSync(path.join(os.tmpdir(), 'postlint-hexo-'));
const posts = path.join(site, 'source', '_posts');
fs.mkdirSync(posts, { recursive: true });
fs.symlinkSync(modules, path.join(site, 'node_modules'));
fs.writeFileSync(path.join(site, '_config.yml'), 'title: t\nurl: http://example.com\n');
fs.writeFileSync(path.join(site, 'package.json'), '{"name": "s", "hexo": {"version": ""}, "dependencies": {"hexo-renderer-marked": "*"}}');
for (const one of cases) fs.writeFileSync(path.join(posts, one.file), Buffer.from(one.b64, 'base64'));
(async () => {
  const hexo = new Hexo(site, { silent: true });
  await hexo.init();
  await hexo.source.process();
  const answers = cases.map(one => {
    const post = hexo.model('Post').findOne({ source: `_posts/${one.file}` });
    if (!post || post.published === false) return { name: one.name, status: 'left-out' };
    const born = fs.statSync(path.join(posts, one.file)).birthtimeMs;
    const isOwn = post.date && Math.abs(post.date.valueOf() - born) > 60000;
    return {
      name: one.name, status: 'published', title: post.title || null,
      date: isOwn ? new Date(post.date.valueOf()).toISOString() : null,
    };
  });
  fs.rmSync(site, { recursive: true, force: true });
  process.stdout.write(JSON.stringify(answers), () => process.exit(0));
})();
