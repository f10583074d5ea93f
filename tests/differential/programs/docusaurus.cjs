// node docusaurus.cjs FOLDER CASES.json: what the blog plugin makes of each post, alone in a folder.
'use strict';
const fs = require('fs'), os = require('os'), path = require('path');
const [, , folder, casesFile] = process.argv;
const modules = path.join(folder, 'node_modules/@docusaurus');
const { generateBlogPosts } = require(path.join(modules, 'plugin-content-blog/lib/blogUtils.js'));
const { DEFAULT_OPTIONS } = require(path.join(modules, 'plugin-content-blog/lib/options.js'));
const { DEFAULT_PARSE_FRONT_MATTER } = require(path.join(modules, 'utils/lib/index.js'));
const cases = JSON.parse(fs.readFileSync(casesFile, 'utf8'));
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'postlint-docusaurus-'));
const none = async () => null;
console.log = console.warn = console.error = () => {};
(async () => {
  const answers = [];
  for (const [number, one] of cases.entries()) {
    const blog = path.join(work, `s${number}`, 'blog');
    fs.mkdirSync(blog, { recursive: true });
    fs.writeFileSync(path.join(blog, one.file), Buffer.from(one.b64, 'base64'));
    let written = {};
    const parseFrontMatter = async asked => {
      const found = await DEFAULT_PARSE_FRONT_MATTER(asked);
      written = { ...found.frontMatter };
      return found;
    };
    try {
      const [post] = await generateBlogPosts({ contentPath: blog, contentPathLocalized: blog }, {
        siteDir: path.dirname(blog), i18n: { currentLocale: 'en', defaultLocale: 'en', locales: ['en'] },
        siteConfig: {
          baseUrl: '/', url: 'https://example.org', markdown: { parseFrontMatter },
          future: { experimental_vcs: { getFileCreationInfo: none, getFileLastUpdateInfo: none } },
        },
      }, { ...DEFAULT_OPTIONS, onInlineTags: 'ignore', onInlineAuthors: 'ignore', routeBasePath: 'blog' }, null, undefined);
      const date = post && post.metadata.date;
      answers.push({
        name: one.name, status: post ? 'published' : 'left-out', title: post && written.title != null ? post.metadata.title : null,
        date: written.date && date instanceof Date && !isNaN(date) ? date.toISOString() : null,
      });
    } catch { answers.push({ name: one.name, status: 'build-fails' }); }
  }
  fs.rmSync(work, { recursive: true, force: true });
  process.stdout.write(JSON.stringify(answers), () => process.exit(0));
})();
