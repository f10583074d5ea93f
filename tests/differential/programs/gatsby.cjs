// node gatsby.cjs FOLDER CASES.json: what gatsby-transformer-remark makes of each post, and Gatsby of its date.
'use strict';
const fs = require('fs'), path = require('path');
const [, , folder, casesFile] = process.argv;
const modules = path.join(folder, 'node_modules');
const { onCreateNode } = require(path.join(modules, 'gatsby-transformer-remark/on-node-create.js'));
const dateModule = path.join(modules, 'gatsby/dist/schema/types/date.js');
const { looksLikeADate } = require(dateModule);
const moment = require(require.resolve('moment', { paths: [path.join(modules, 'gatsby')] }));
// the forms are not exported: they are quoted texts of a list in the module
const list = /const ISO_8601_FORMAT = \[([\s\S]*?)\];/.exec(fs.readFileSync(dateModule, 'utf8'))[1];
const forms = [...list.replace(/\/\/.*$/gm, '').matchAll(/`([^`]+)`/g)].map(found => found[1]);
(async () => {
  const answers = [];
  for (const one of JSON.parse(fs.readFileSync(casesFile, 'utf8'))) {
    let node = null, hasFailed = false;
    try {
      await onCreateNode({
        node: { id: one.name, children: [], internal: { mediaType: 'text/markdown', type: 'File' }, absolutePath: `/x/${one.file}` },
        loadNodeContent: async () => Buffer.from(one.b64, 'base64').toString('utf8'),
        actions: { createNode: made => { node = made; }, createParentChildLink: () => {} },
        createNodeId: text => text, createContentDigest: () => '', reporter: { panicOnBuild: () => { hasFailed = true; } },
      }, {});
    } catch { hasFailed = true; }
    if (hasFailed || !node) { answers.push({ name: one.name, status: 'build-fails' }); continue; }
    const { title, date } = node.frontmatter;
    const read = date !== undefined && looksLikeADate(date) ? moment.utc(date, forms, true) : null;
    answers.push({ name: one.name, status: 'published', title: title === '' ? null : title, date: read && read.isValid() ? read.toISOString() : null });
  }
  process.stdout.write(JSON.stringify(answers), () => process.exit(0));
})();
