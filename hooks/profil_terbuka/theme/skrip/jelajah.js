// The explorer of a dataset's page: its own script comes when a reader opens it, or with an address
// that tells what was chosen. It fetches the data, which no browser lets a page from a folder do.
(() => {
  const section = document.getElementById("jelajahi");
  const button = section?.querySelector("button");
  if (!button || location.protocol === "file:") return;
  const here = document.querySelector('script[src$="aset/situs.js"]').src;
  section.hidden = false;
  const open = (asked) => {
    button.disabled = true;
    const script = document.createElement("script");
    script.src = new URL("jelajah.js", here);
    script.onload = () => bukaJelajah(section, new URL(".", here), asked);
    script.onerror = () => {
      button.disabled = false;
      button.textContent = kata("scripts.explore-again");
    };
    document.head.append(script);
  };
  button.addEventListener("click", () => open(true));
  if (/[?&]lihat=/.test(location.search)) open(false);
})();
