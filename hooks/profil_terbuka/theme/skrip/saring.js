// Filters any list marked data-saring: a search field, and one choice per facet.
// data-saring holds the facets' titles (JSON), each item's data-segi its values in that order; an
// item may hold several values of one facet as a list. Without this script the whole list is there.
(() => {
  const plain = (text) => text.toLocaleLowerCase(kata("scripts.locale")).normalize("NFKD").replace(/\p{M}/gu, "");

  for (const box of document.querySelectorAll("[data-saring]")) {
    const titles = JSON.parse(box.dataset.saring);
    const items = [...box.querySelectorAll("[data-segi]")].map((node) => ({
      node,
      get text() { return (this.read ??= plain(node.textContent)); }, // only when somebody types
      values: JSON.parse(node.dataset.segi).map((value) => [value].flat()),
    }));
    const form = document.createElement("form");
    form.className = "saring";
    form.setAttribute("role", "search");
    form.addEventListener("submit", (event) => event.preventDefault());

    const add = (title, control) => {
      const label = document.createElement("label");
      label.append(title, control);
      form.append(label);
      control.addEventListener("input", apply);
      return control;
    };
    const search = add(kata("scripts.filter"), Object.assign(document.createElement("input"), { type: "search" }));
    const choices = titles.map((title, number) => {
      const select = document.createElement("select");
      const values = [...new Set(items.flatMap((item) => item.values[number]))];
      values.sort((one, other) => one.localeCompare(other, kata("scripts.locale"), { numeric: true }));
      select.append(new Option(kata("scripts.all"), ""), ...values.map((value) => new Option(value)));
      return add(title, select);
    });
    const count = document.createElement("output");
    form.append(count);

    function apply() {
      const words = plain(search.value).split(/\s+/);
      let shown = 0;
      for (const item of items) {
        const fits =
          words.every((word) => !word || item.text.includes(word)) &&
          choices.every(({ value }, number) => !value || item.values[number].includes(value));
        item.node.hidden = !fits;
        shown += fits;
      }
      count.textContent = kata("scripts.shown", { n: shown, total: items.length });
      for (const group of box.querySelectorAll("[data-kelompok]")) {
        group.hidden = !group.querySelector("[data-segi]:not([hidden])");
      }
    }
    box.prepend(form);
    box.classList.add("siap");
    apply();
  }
})();
