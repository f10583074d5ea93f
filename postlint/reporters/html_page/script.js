"use strict";
const form = document.getElementById("filter");
const output = form.querySelector("output");
const posts = [...document.querySelectorAll(".post")].map((post) => ({
  node: post,
  path: post.querySelector("summary code").textContent.toLowerCase(),
  findings: [...post.querySelectorAll(".finding")].map((node) => ({
    node,
    severity: node.dataset.severity,
    rule: node.dataset.rule,
    text: node.querySelector(".message").textContent.toLowerCase(),
  })),
}));

function apply() {
  const severities = new Set(new FormData(form).getAll("severity"));
  const rule = form.elements.rule.value;
  const text = form.elements.text.value.trim().toLowerCase();
  let shown = 0;
  for (const post of posts) {
    const inPath = post.path.includes(text);
    let left = 0;
    for (const finding of post.findings) {
      const fits =
        severities.has(finding.severity) &&
        (!rule || finding.rule === rule) &&
        (inPath || finding.text.includes(text));
      finding.node.hidden = !fits;
      left += fits;
    }
    post.node.hidden = left === 0;
    shown += left;
  }
  output.textContent = `${shown} shown`;
}

form.hidden = false;
form.addEventListener("input", apply);
form.addEventListener("submit", (event) => event.preventDefault());
apply();
