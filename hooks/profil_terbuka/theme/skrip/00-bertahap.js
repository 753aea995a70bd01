// Figures and tables are laid out and set to work one after another, while nothing else is to be
// done: all at once they hold up a cheap phone for half a second. Until its turn a part below the
// window is left out of layout (10-tata-letak.css). Who follows a link into the page, or comes back
// to it, gets all at once: places must hold.
const bertahap = (() => {
  const PART = ".md-typeset > :is(figure.grafik, .tabel-gulir)";
  const parts = new Map([...document.querySelectorAll(PART)].map((part) => [part, []]));
  const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 50));
  const finish = ([part, works]) => {
    part.classList.add("utuh");
    for (const work of works) work();
  };

  // Every script of the page has said by now what it wants to do.
  document.addEventListener("DOMContentLoaded", () => {
    const left = [...parts];
    const next = () => {
      finish(left.shift());
      if (left.length) idle(next);
    };
    const [visit] = performance.getEntriesByType("navigation");
    if (location.hash || visit?.type !== "navigate") left.forEach(finish);
    else if (left.length) next();
  });

  return (elements, work) => {
    for (const element of elements) {
      const part = element.closest(PART) ?? element;
      if (!parts.has(part)) parts.set(part, []);
      parts.get(part).push(() => work(element));
    }
  };
})();
