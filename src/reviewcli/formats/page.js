"use strict";
const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ς/g, "σ");
const articles = [...document.querySelectorAll("article")];
const texts = articles.map(article => fold(article.innerText || article.textContent));
const labels = articles.map(article => [...article.querySelectorAll("li")].map(item => item.dataset.label));
const search = document.getElementById("search"), count = document.getElementById("count");
const buttons = [...document.querySelectorAll("#labels button")];

// Folding may change how long a text is, so each letter is folded alone to know where it stood.
const ranges = (article, words) => {
  const found = [], walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const origins = [];
    let folded = "", at = 0;
    for (const letter of node.data) {
      const alike = fold(letter);
      for (let unit = 0; unit < alike.length; unit++) origins.push(at);
      folded += alike;
      at += letter.length;
    }
    origins.push(at);
    for (const word of words) {
      for (let start = folded.indexOf(word); start >= 0; start = folded.indexOf(word, start + word.length)) {
        const range = new Range();
        range.setStart(node, origins[start]);
        range.setEnd(node, Math.max(origins[start + word.length], origins[start] + 1));
        found.push(range);
      }
    }
  }
  return found;
};

const show = () => {
  const words = fold(search.value).split(/\s+/).filter(Boolean);
  const wanted = buttons.filter(button => button.ariaPressed === "true").map(button => button.dataset.label);
  const hits = [];
  let shown = 0;
  articles.forEach((article, at) => {
    const labelled = !wanted.length || wanted.some(label => label ? labels[at].includes(label) : !labels[at].length);
    article.hidden = !labelled || !words.every(word => texts[at].includes(word));
    if (article.hidden) return;
    shown += 1;
    if (words.length && hits.length < 5000) hits.push(...ranges(article, words));
  });
  const all = articles.length === 1 ? "1 review" : `${articles.length} reviews`;
  count.textContent = shown === articles.length ? all : `${shown} of ${all}`;
  document.getElementById("none").hidden = shown > 0;
  if (typeof Highlight === "function") CSS.highlights.set("found", new Highlight(...hits));
};

for (const button of buttons) {
  button.addEventListener("click", () => {
    button.ariaPressed = String(button.ariaPressed !== "true");
    show();
  });
}
let waiting;
search.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, articles.length > 2000 ? 200 : 0);
});
show();
