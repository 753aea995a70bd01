// Figures, tables and notes are laid out and set to work when they come near the window, one at a
// time: all at once they hold up a cheap phone for half a second, and most are never reached. Until
// then they are left out of layout (10-tata-letak.css). Who follows a link to a place on the page,
// or comes back to it, gets everything at once: places must hold.
const bertahap = (() => {
  const PART = ".md-typeset > :is(figure.grafik, .tabel-gulir, .catatan-mutu)";
  const parts = new Map([...document.querySelectorAll(PART)].map((part) => [part, []]));
  const idle = window.requestIdleCallback ?? setTimeout;
  const finish = (part) => {
    part.classList.add("utuh");
    for (const work of parts.get(part) ?? []) work();
    parts.delete(part);
  };
  const everything = () => [...parts.keys()].forEach(finish);

  // Every script of the page has said by now what it wants to do.
  document.addEventListener("DOMContentLoaded", () => {
    const [visit] = performance.getEntriesByType("navigation");
    if (location.hash || visit?.type !== "navigate") return everything();
    const watch = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        idle(() => finish(target));
      }
    }, { rootMargin: "100% 0px" });
    for (const part of parts.keys()) watch.observe(part);
    document.addEventListener("click", ({ target }) => {
      if (target.closest("a[href*='#']")) everything();
    }, true);
  });

  return (elements, work) => {
    for (const element of elements) {
      const part = element.closest(PART) ?? element;
      if (!parts.has(part)) parts.set(part, []);
      parts.get(part).push(() => work(element));
    }
  };
})();
