// Loads the page anew once a file was saved. Only the tab that is seen asks: a browser holds few
// connections to one host.
(() => {
  const own = new URL(document.currentScript.src);
  const shown = own.searchParams.get("keadaan");
  const news = new URL("kabar", own);
  news.searchParams.set("keadaan", shown);
  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const seen = () =>
    new Promise((done) => {
      if (!document.hidden) done();
      else document.addEventListener("visibilitychange", () => done(), { once: true });
    });
  const watch = async () => {
    for (;;) {
      await seen();
      try {
        const answer = await fetch(news, { cache: "no-store" });
        const now = answer.ok ? await answer.text() : shown;
        if (now && now !== shown) return location.reload();
      } catch {
        await pause(1000); // the preview was ended; perhaps it is opened again
      }
    }
  };
  watch();
})();
