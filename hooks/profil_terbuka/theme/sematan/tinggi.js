// Within an embedded figure: tells the page around it how high it is, now and when that changes.
(() => {
  if (parent === window) return;
  const KIND = "profil-terbuka.tinggi";
  const content = document.querySelector("main");
  // Anybody may know how high a public figure is: the page around it need not be known.
  const tell = () => parent.postMessage({ jenis: KIND, tinggi: content.getBoundingClientRect().height }, "*");
  // Of frames out of sight browsers put off what an observer would see.
  tell();
  new ResizeObserver(tell).observe(content);
  addEventListener("message", ({ data, source }) => {
    if (source === parent && data?.jenis === KIND) tell();
  });
})();
