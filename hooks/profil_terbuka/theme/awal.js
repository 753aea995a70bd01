// Dark from the first moment. A file of its own, as the page's policy runs no script in a page; the
// style sheet, which comes at the same time, takes longer.
(() => {
  let chosen;
  try { chosen = localStorage.getItem("tampilan"); } catch { /* private mode */ }
  const dark = chosen ? chosen === "gelap" : matchMedia("(prefers-color-scheme: dark)").matches;
  if (dark) document.body.dataset.mdColorScheme = "slate";
})();
