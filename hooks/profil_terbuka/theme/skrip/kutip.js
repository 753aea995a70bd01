// Any number of a table marked data-kutip, ready to be quoted: a click, or a button and the arrow
// keys, chooses it. Nothing is done to a cell before it is chosen.
(() => {
  const tables = document.querySelectorAll("table[data-kutip]");
  if (!tables.length) return;
  const make = (tag, properties, ...inside) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...inside);
    return node;
  };

  // One strip for the whole page; it stands below the table it speaks of. salin.js adds its button.
  const address = make("a", {});
  const sentence = make("span", {});
  const ready = make("span", {}, sentence, " ", address);
  ready.dataset.salin = "";
  const hint = kata("scripts.quote-hint");
  const close = make("button", { type: "button", className: "tombol-salin", textContent: kata("scripts.close") });
  const strip = make("div", { className: "kutip", hidden: true },
    make("p", { className: "salinan" }, ready, close), make("p", { className: "tanda" }, hint));
  strip.setAttribute("role", "group");
  strip.setAttribute("aria-label", kata("scripts.quoted"));

  const buttons = new Map(); // table -> the button below it
  let chosen = null;
  const tableOf = (cell) => cell.closest("table");
  const own = (cell) => (cell.firstChild ? cell.firstChild.textContent.trim() : "");
  const unit = (head) => head.querySelector("small")?.textContent ?? "";
  const name = (head) => {
    const text = head.textContent;
    return text.slice(0, text.length - unit(head).length).trim();
  };
  // What has no number of its own (struck out, withheld) is quoted too: as that.
  const quotable = (cell) => Boolean(cell?.matches("td.angka") && (cell.dataset.n || cell.querySelector(".status")));

  const words = (cell) => {
    const table = tableOf(cell);
    const cells = [...cell.parentNode.cells];
    const heads = [...table.tHead.rows[0].cells];
    const units = heads.findIndex((head) => "satuan" in head.dataset);
    const labels = cells.flatMap((label, column) => {
      const text = own(label);
      if (!label.matches("th") || column === units || !text || text === "\u2014") return [];
      // "3" alone says nothing; a year does.
      return /^\d{1,3}$/.test(text) ? `${name(heads[column])} ${text}` : text;
    });
    const head = heads[cell.cellIndex];
    const measure = unit(head) || (units < 0 ? "" : own(cells[units]));
    const mark = cell.querySelector(".status");
    const [decided, reason] = JSON.parse(table.dataset.alasan ?? "{}")[note(mark)] ?? [];
    const status = JSON.parse(table.dataset.tanda ?? "{}")[mark?.textContent] ?? decided;
    const closed = mark?.textContent === "c" && kata("scripts.withheld-why");
    const reasons = [reason ?? closed, table.dataset.umum].filter(Boolean).join(" ");
    const line = cell.dataset.baris ?? cell.parentNode.querySelector("[data-baris]")?.dataset.baris;
    return [
      `${table.caption.textContent}: ${[...labels, name(head)].join(", ")}: ${told(cell, measure, status)}`,
      reasons && kata("scripts.quality-note", { reason: reasons }),
      table.dataset.asal,
      line && kata("scripts.line-of-source", { line: line }),
    ].filter(Boolean).join(" ");
  };
  const note = (mark) => mark?.querySelector("a")?.hash.replace("#catatan-", "");
  const told = (cell, measure, status) => {
    if (cell.dataset.n) return `${own(cell)}${measure && ` ${measure}`}${status ? ` (${status})` : ""}.`;
    return cell.querySelector("s")
      ? kata("scripts.printed-only", { status: status, printed: own(cell) })
      : kata("scripts.no-number", { status: status });
  };

  const leave = () => {
    if (chosen) {
      chosen.removeAttribute("tabindex");
      chosen.classList.remove("dipilih");
    }
  };
  const choose = (cell) => {
    leave();
    chosen = cell;
    cell.tabIndex = -1;
    cell.classList.add("dipilih");
    const anchor = cell.id || cell.parentNode.querySelector("[id]")?.id || "";
    sentence.textContent = words(cell);
    address.href = new URL(`#${anchor}`, new URL(tableOf(cell).dataset.kutip, location.href)).href;
    address.textContent = address.href;
    const button = buttons.get(tableOf(cell));
    if (button.nextElementSibling !== strip) button.after(strip);
    strip.hidden = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    // The strip keeps to the bottom of the window: it may not cover what it speaks of.
    const covered = cell.getBoundingClientRect().bottom - strip.getBoundingClientRect().top;
    if (covered > -8) scrollBy({ top: covered + 8, behavior: "instant" });
  };
  const end = () => {
    leave();
    strip.hidden = true;
    buttons.get(tableOf(chosen)).focus();
    chosen = null;
  };

  // The nearest number in a direction; rows that a filter hides are passed over.
  const next = (cell, across, down) => {
    const rows = [...tableOf(cell).tBodies[0].rows].filter((row) => !row.hidden);
    let column = cell.cellIndex;
    let row = rows.indexOf(cell.parentNode);
    do {
      column += across;
      row += down;
    } while (rows[row]?.cells[column] && !quotable(rows[row].cells[column]));
    return rows[row]?.cells[column];
  };
  const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  bertahap(tables, (table) => {
    const first = () => [...table.querySelectorAll("tr:not([hidden]) td.angka")].find(quotable);
    if (!first()) return;
    table.classList.add("dapat-dikutip");
    const button = make("button", { type: "button", className: "tombol-salin tombol-kutip", textContent: kata("scripts.quote") });
    button.addEventListener("click", () => {
      const cell = chosen && tableOf(chosen) === table ? chosen : first();
      if (cell) choose(cell);
    });
    buttons.set(table, button);
    table.closest(".tabel-gulir").after(button);
  });
  // Hidden; it stands there from the first so that salin.js finds it.
  tables[0].closest(".tabel-gulir").after(strip);

  document.addEventListener("click", (event) => {
    const cell = event.target.closest("table.dapat-dikutip td.angka");
    // Following a note's mark, or marking text to copy it, chooses nothing.
    if (cell && !event.target.closest("a") && getSelection().isCollapsed && quotable(cell)) choose(cell);
  });
  document.addEventListener("keydown", (event) => {
    if (!chosen || !(event.target === chosen || strip.contains(event.target))) return;
    if (event.key === "Escape") end();
    if (event.target !== chosen || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key in MOVES) {
      const cell = next(chosen, ...MOVES[event.key]);
      if (cell) choose(cell);
    } else if (event.key === "Enter" || event.key === " ") {
      strip.querySelector("button").focus();
    } else return;
    event.preventDefault();
  });
  close.addEventListener("click", end);
})();
