// Work on a part of the page when it comes near the window: all at once it would hold up a cheap
// phone, and most parts are never reached.
const dekat = (parts, work) => {
  const watch = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watch.unobserve(target);
      work(target);
    }
  }, { rootMargin: "100% 0px" });
  for (const part of parts) watch.observe(part);
};
