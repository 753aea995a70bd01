// What an address names is seen: whatever folds it away is opened, be it a fold or a tab, and what
// that lies in. Newer browsers open folds themselves, and only when the address changes.
(() => {
  const CLOSED = "details:not([open]), [role=tabpanel][hidden]";
  const open = (hiding) => {
    if (hiding.matches("details")) hiding.open = true;
    else document.getElementById(hiding.getAttribute("aria-labelledby")).click();
  };
  const reveal = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const hiding = [];
    for (let node = named; node; node = node.parentElement) if (node.matches(CLOSED)) hiding.push(node);
    if (!hiding.length) return;
    hiding.forEach(open);
    named.scrollIntoView();
  };
  addEventListener("DOMContentLoaded", reveal);
  addEventListener("hashchange", reveal);
})();
