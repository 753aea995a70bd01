// For pages of other sites that show a figure of this one: its frame becomes as high as its content.
// Only pages of this script's own host and folder are heard, and only a height is taken from them.
(() => {
  const KIND = "profil-terbuka.tinggi";
  const own = document.currentScript && new URL("..", document.currentScript.src);
  if (!own || !own.protocol.startsWith("http")) return;
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(own.href));

  addEventListener("message", ({ data, origin, source }) => {
    if (origin !== own.origin || data?.jenis !== KIND) return;
    const height = Number(data.tinggi);
    if (!(height >= 50 && height <= 20000)) return;
    const frame = frames().find((one) => one.contentWindow === source);
    if (frame) frame.style.height = `${Math.ceil(height)}px`;
  });
  // Whoever has told a height before this script was there tells it once more.
  for (const frame of frames()) frame.contentWindow?.postMessage({ jenis: KIND }, "*");
})();
