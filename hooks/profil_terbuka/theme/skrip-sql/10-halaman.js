// Questions in SQL. Engine and data are loaded when somebody asks for them; they run in a worker, so
// that a question that takes too long can be stopped. Nothing that is asked leaves the browser: not
// even the address, which holds it behind the #.
(() => {
  const box = document.querySelector(".sql");
  if (!box) return;
  const SHOWN = 200;
  const root = new URL(box.dataset.akar, location);
  const form = box.querySelector("form");
  // Not part of the page: what stands in such an element is read unlike everything else.
  const field = Object.assign(document.createElement("textarea"), { id: "sql-tanya", rows: 9, spellcheck: false, autocomplete: "off" });
  const name = form.querySelector("label");
  name.htmlFor = field.id;
  name.after(field);
  const run = form.querySelector("[type=submit]");
  const stop = form.querySelector(".sql-henti");
  const told = box.querySelector(".sql-kabar");
  const place = box.querySelector(".sql-hasil");
  const known = { tables: [], columns: [] };
  let files, ready, settle, worker;

  const make = (tag, properties, ...parts) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...parts);
    return node;
  };
  const tell = (text, fault) => {
    told.textContent = text;
    told.classList.toggle("sql-keliru", Boolean(fault));
  };
  const bytes = async (address) => {
    const answer = await fetch(new URL(address, root));
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.arrayBuffer();
  };

  // One question at a time: the worker answers in turn.
  const ask = (message) => new Promise((resolve, reject) => {
    settle = { resolve, reject };
    worker.postMessage(message);
  });

  async function begin() {
    files ??= await Promise.all([bytes("aset/sql-wasm.wasm"), bytes(box.dataset.alamat)]);
    worker = new Worker(new URL("aset/sql-pekerja.js", root));
    worker.onmessage = ({ data }) => (data.fault === undefined ? settle.resolve(data) : settle.reject(data));
    worker.onerror = ({ message }) => settle.reject({ fault: message });
    await ask({ engine: files[0], data: files[1] });
    for (const [list, sql] of [["tables", "SELECT name FROM sqlite_schema WHERE type = 'table'"], ["columns", "SELECT DISTINCT kolom FROM kolom"]]) {
      known[list] = (await ask({ sql })).rows.flat();
    }
    run.textContent = kata("scripts.sql-run");
  }

  const load = () => (ready ??= begin().catch((reason) => {
    ready = undefined;
    throw reason;
  }));

  async function answer() {
    const sql = field.value.trim();
    if (!sql || !stop.hidden) return;
    if (location.protocol === "file:") return tell(kata("scripts.sql-from-folder"), true);
    history.replaceState(null, "", `#sql=${encodeURIComponent(sql)}`);
    place.replaceChildren();
    stop.hidden = false;
    try {
      tell(ready ? kata("scripts.sql-running") : kata("scripts.sql-loading"));
      await load();
    } catch (reason) {
      stop.hidden = true;
      return tell(kata("scripts.sql-not-loaded", { reason: reason.fault ?? reason.message }), true);
    }
    try {
      tell(kata("scripts.sql-running"));
      show(await ask({ sql }));
    } catch ({ fault, halted }) {
      if (!halted) {
        tell(sqlFault(fault, known), true);
        place.append(make("p", { className: "tanda" }, kata("scripts.sql-said"), " ", make("code", { lang: "en" }, fault)));
      }
    }
    stop.hidden = true;
  }

  const shown = (value) => (value === null ? "\u2014" : value instanceof Uint8Array ? kata("scripts.sql-binary") : String(value));

  function show({ columns, rows, cut }) {
    if (!columns.length) return tell(kata("scripts.sql-no-columns"));
    if (!rows.length) return tell(kata("scripts.sql-no-rows"));
    const total = rows.length.toLocaleString(kata("scripts.locale"));
    const least = cut ? kata("scripts.sql-cut", { n: total }) : kata("scripts.sql-rows", { n: total });
    tell(rows.length > SHOWN ? kata("scripts.sql-rows-shown", { told: least, n: SHOWN }) : least);
    const numeric = columns.map((_, at) => rows.some((row) => typeof row[at] === "number"));
    const look = (at) => (numeric[at] ? "angka" : "");
    const head = make("tr", {}, ...columns.map((name, at) => make("th", { scope: "col", className: look(at) }, name)));
    const body = rows.slice(0, SHOWN).map((row) => make("tr", {}, ...row.map((value, at) => make("td", { className: look(at) }, shown(value)))));
    const region = make("div", { className: "tabel-gulir utuh", tabIndex: 0, role: "region", ariaLabel: kata("scripts.sql-answer") }, make("table", { className: "tabel" }, make("thead", {}, head), make("tbody", {}, ...body)));
    const save = make("button", { type: "button" }, kata("scripts.sql-csv"));
    save.addEventListener("click", () => download(columns, rows));
    const link = make("button", { type: "button" }, kata("scripts.sql-link"));
    link.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(location.href);
        link.textContent = kata("scripts.copied");
      } catch {
        tell(kata("scripts.sql-link-above"));
      }
    });
    place.append(region, make("p", { className: "sql-tombol" }, save, link));
  }

  function download(columns, rows) {
    const cell = (value) => {
      const text = value === null ? "" : shown(value);
      return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    };
    const text = [columns, ...rows].map((row) => `${row.map(cell).join(",")}\n`).join("");
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    make("a", { href: address, download: "jawaban.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  // A worker cannot be interrupted: it is ended, and the next question begins another.
  stop.addEventListener("click", () => {
    worker?.terminate();
    ready = undefined;
    stop.hidden = true;
    tell(kata("scripts.sql-stopped"));
    settle?.reject({ fault: "", halted: true });
    run.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });

  const first = document.querySelector(".sql-siap code");
  const take = (code) => (field.value = (code?.dataset.teks ?? code?.textContent ?? "").trim());
  const asked = () => {
    const [, sql] = location.hash.match(/^#sql=(.*)$/s) ?? [];
    if (sql !== undefined) field.value = decodeURIComponent(sql);
    return sql !== undefined;
  };
  if (!asked()) take(first);
  addEventListener("hashchange", asked);
  for (const code of document.querySelectorAll(".sql-siap code")) {
    const button = make("button", { type: "button", className: "tombol-salin" }, kata("scripts.sql-take"));
    button.addEventListener("click", () => {
      take(code);
      form.scrollIntoView();
      if (ready) answer();
      (ready ? field : run).focus();
    });
    code.closest("pre").after(button);
  }
  box.querySelector(".sql-mati").remove();
  form.hidden = false;
})();
