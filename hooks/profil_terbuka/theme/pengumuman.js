// Urgent announcements between two builds: shown from the minute they are due, gone when they are
// over. A page may lie in a device for days, and a tab stay open.
(() => {
  const board = document.querySelector(".pengumuman");
  const items = [...board.querySelectorAll("p")];
  const show = () => {
    const now = Date.now();
    // The clock of this device is wrong: the page stays as it was published.
    if (now < Date.parse(board.dataset.terbit)) return;
    for (const item of items) {
      const { mulai, berakhir } = item.dataset;
      item.hidden = now < Date.parse(mulai) || (berakhir !== "" && now >= Date.parse(berakhir));
    }
    board.hidden = items.every((item) => item.hidden);
  };
  show();
  setInterval(show, 10_000);
  document.addEventListener("visibilitychange", show);
})();
