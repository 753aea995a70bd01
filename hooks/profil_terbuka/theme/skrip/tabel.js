// Tables marked data-urut: sorted by a click on a heading, and filtered by words when they are long.
(() => {
  const LONG = 12;
  const plain = (text) => text.toLocaleLowerCase(kata("scripts.locale")).normalize("NFKD").replace(/\p{M}/gu, "");
  // A cell's own text: the mark of a doubt beside it is no part of the value, and what is struck
  // out is none.
  const text = ({ firstChild }) => firstChild && firstChild.nodeName !== "S" ? firstChild.textContent.trim() : "";
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

  bertahap(document.querySelectorAll("table[data-urut]"), (table) => {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    if (rows.length < 3) return;
    const box = table.closest(".tabel-gulir");
    const told = make("p", { className: "hanya-dibaca" });
    told.setAttribute("role", "status");
    box.after(told);

    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const numeric = head.classList.contains("angka");
      const name = text(head);
      const button = make("button", { type: "button", className: "urut" });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const now = head.getAttribute("aria-sort");
        // Numbers begin with the largest, words with A.
        const down = now ? now === "ascending" : numeric;
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const keyed = rows.map((row) => {
          // Numbers and days stand beside what people read as programs write them.
          const cell = row.cells[column], words = cell.dataset.n ?? (numeric ? "" : text(cell));
          return { row, value: numeric ? Number(words) : words, empty: !words || words === "\u2014" };
        });
        keyed.sort((one, other) =>
          one.empty || other.empty
            ? one.empty - other.empty
            : (down ? -1 : 1) * (numeric
              ? one.value - other.value
              : one.value.localeCompare(other.value, kata("scripts.locale"), { numeric: true })));
        body.append(...keyed.map(({ row }) => row));
        const order = numeric
          ? (down ? kata("scripts.from-largest") : kata("scripts.from-smallest"))
          : (down ? kata("scripts.from-z") : kata("scripts.from-a"));
        told.textContent = kata("scripts.sorted", { column: name, order: order });
      });
    });

    if (rows.length > LONG) {
      const bar = make("div", { className: "saring-baris" });
      const label = make("label", { textContent: kata("scripts.filter-rows") });
      const field = make("input", { type: "search", autocomplete: "off" });
      const count = make("output");
      let words;
      field.addEventListener("input", () => {
        words ??= rows.map((row) => plain(row.textContent));
        const wanted = plain(field.value).split(/\s+/);
        let shown = 0;
        rows.forEach((row, index) => {
          row.hidden = !wanted.every((word) => words[index].includes(word));
          shown += !row.hidden;
        });
        count.textContent = field.value ? kata("scripts.rows-shown", { n: shown, total: rows.length }) : "";
      });
      label.append(field);
      bar.append(label, count);
      box.before(bar);
    }
  });
})();
