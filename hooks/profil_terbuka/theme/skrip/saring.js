// Filters any list marked data-saring: a search field, and one choice per facet, each with how many
// items it would leave. data-saring holds the facets' titles (JSON), each item's data-segi its values
// in that order; an item may hold several values of one facet as a list. A facet with two titles is a
// range: from one of its values to another. Without this script the whole list is there.
(() => {
  const MANY = 3;
  const plain = (text) => text.toLocaleLowerCase(kata("scripts.locale")).normalize("NFKD").replace(/\p{M}/gu, "");
  const order = (one, other) => one.localeCompare(other, kata("scripts.locale"), { numeric: true });
  const fits = [
    (value, chosen) => value === chosen,
    (value, chosen) => order(value, chosen) >= 0,
    (value, chosen) => order(value, chosen) <= 0,
  ];

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
    // Many choices are folded away where they would push the list out of sight.
    let within = form;
    const add = (title, control) => {
      const label = document.createElement("label");
      label.append(title, control);
      within.append(label);
      control.addEventListener("input", apply);
      return control;
    };
    const search = add(kata("scripts.filter"), Object.assign(document.createElement("input"), { type: "search" }));
    if (titles.length > MANY) {
      const fold = document.createElement("details");
      fold.open = matchMedia("(min-width: 45em)").matches;
      within = document.createElement("div");
      fold.append(Object.assign(document.createElement("summary"), { textContent: kata("scripts.narrow") }), within);
      form.append(fold);
    }
    const choices = titles.flatMap((title, facet) => {
      const values = [...new Set(items.flatMap((item) => item.values[facet]))].sort(order);
      return [title].flat().map((one, end, { length }) => {
        const select = document.createElement("select");
        select.append(new Option(kata("scripts.all"), ""), ...values.map((value) => new Option(value, value)));
        const ranges = length > 1;
        return { facet, ranges, fits: fits[ranges ? end + 1 : 0], select: add(one, select) };
      });
    });
    const count = document.createElement("output");
    form.append(count);

    // Of a facet one and the same value must fit both ends of a range.
    const left = (item, chosen) =>
      titles.every((_, facet) => {
        const own = chosen.filter(([choice, value]) => choice.facet === facet && value);
        return !own.length || item.values[facet].some((value) => own.every(([choice, wanted]) => choice.fits(value, wanted)));
      });

    function apply() {
      const words = plain(search.value).split(/\s+/);
      const chosen = choices.map((choice) => [choice, choice.select.value]);
      const named = items.filter((item) => words.every((word) => !word || item.text.includes(word)));
      const shown = new Set(named.filter((item) => left(item, chosen)));
      for (const item of items) item.node.hidden = !shown.has(item);
      for (const choice of choices) {
        const otherwise = (value) => chosen.map(([other, own]) => [other, other === choice ? value : own]);
        const open = named.filter((item) => left(item, otherwise("")));
        const held = new Map();
        for (const value of open.flatMap((item) => item.values[choice.facet])) held.set(value, (held.get(value) ?? 0) + 1);
        for (const option of [...choice.select.options].slice(1)) {
          const n = choice.ranges ? open.filter((item) => left(item, otherwise(option.value))).length : held.get(option.value) ?? 0;
          option.text = kata("scripts.facet", { value: option.value, n: n });
        }
      }
      count.textContent = kata("scripts.shown", { n: shown.size, total: items.length });
      const narrowed = shown.size < items.length;
      for (const group of box.querySelectorAll("[data-kelompok]")) {
        group.hidden = !group.querySelector("[data-segi]:not([hidden])");
        if (narrowed && group.matches("details")) group.open = true;
      }
    }
    box.prepend(form);
    box.classList.add("siap");
    apply();
  }
})();
