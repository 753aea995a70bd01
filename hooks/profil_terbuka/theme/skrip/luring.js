// The service worker lies at the site's root, one folder above this script's own.
(() => {
  const root = new URL("..", document.currentScript.src);
  if (!("serviceWorker" in navigator) || !root.protocol.startsWith("http")) return;
  addEventListener("load", () => navigator.serviceWorker.register(new URL("pekerja.js", root)).catch(() => {}));
})();
