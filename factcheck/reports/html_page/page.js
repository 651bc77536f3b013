"use strict";
(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const rows = [...document.querySelectorAll("tr[data-claim]")].map((row) => {
    const article = document.getElementById(row.dataset.claim);
    return { row, article, words: null };
  });
  const suites = [...document.querySelectorAll("section.suite")];
  const status = document.getElementById("shown");

  const holds = (entry, wanted) => {
    entry.words ??= entry.article.textContent.toLowerCase();
    return wanted.every((word) => entry.words.includes(word));
  };

  const narrow = () => {
    const data = new FormData(form);
    const outcome = data.get("outcome");
    const verdict = data.get("verdict");
    const wanted = data.get("words").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const entry of rows) {
      const { row, article } = entry;
      const fits =
        (!outcome || article.dataset.outcome === outcome) &&
        (!verdict || article.dataset.verdict === verdict) &&
        (!wanted.length || holds(entry, wanted));
      row.hidden = article.hidden = !fits;
      shown += fits;
    }
    for (const suite of suites) suite.hidden = !suite.querySelector("article:not([hidden])");
    const all = shown === rows.length;
    form.classList.toggle("narrowed", !all);
    status.textContent = all ? "" : `Showing ${shown} of ${rows.length} claims`;
  };

  form.hidden = false;
  form.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => {
    const target = location.hash.startsWith("#claim-") && document.getElementById(location.hash.slice(1));
    if (target && target.hidden) {
      form.reset();
      narrow();
      target.scrollIntoView();
    }
  });
  narrow();
})();
