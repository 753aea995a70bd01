// Light or dark: what the device says, until the reader chooses.
(() => {
  const button = document.querySelector(".tombol-tampilan");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => document.body.dataset.mdColorScheme === "slate";
  const show = (on) => {
    document.body.dataset.mdColorScheme = on ? "slate" : "default";
    button.textContent = on ? kata("scripts.light") : kata("scripts.dark");
  };
  const chosen = () => {
    try { return localStorage.getItem("tampilan"); } catch { return null; }
  };
  button.hidden = false;
  show(isDark());
  button.addEventListener("click", () => {
    show(!isDark());
    try { localStorage.setItem("tampilan", isDark() ? "gelap" : "terang"); } catch { /* private mode */ }
  });
  dark.addEventListener("change", () => chosen() || show(dark.matches));
})();
