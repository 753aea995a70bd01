// What an address names is seen: whatever folds it away is opened, be it a fold or a tab. Newer
// browsers open folds themselves, and only when the address changes.
(() => {
  const reveal = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const hiding = named?.closest("details:not([open]), [role=tabpanel][hidden]");
    if (!hiding) return;
    if (hiding.matches("details")) hiding.open = true;
    else document.getElementById(hiding.getAttribute("aria-labelledby")).click();
    named.scrollIntoView();
  };
  addEventListener("DOMContentLoaded", reveal);
  addEventListener("hashchange", reveal);
})();
