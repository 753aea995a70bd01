// The checklist of a service can be printed at a touch; without a script the browser's menu does it.
(() => {
  const button = document.querySelector(".cetak-daftar");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => print());
})();
