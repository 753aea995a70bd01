// The search page. The engine is loaded when there is something to search for, or the field is used.
(() => {
  const box = document.querySelector("[data-cari]");
  if (!box) return;
  const STEP = 10;
  // Addresses and figures stand in the index to be shown, not to be found.
  const ranking = { pageLength: 0.3, metaWeights: { title: 5, judul: 0.5, sumber: 0.5, alamat: 0, nilai: 0 } };
  const root = new URL(box.dataset.cari, location);
  const synonyms = JSON.parse(box.dataset.sinonim);
  const form = box.querySelector("form");
  const field = form.elements.q;
  const choices = [...form.querySelectorAll("select")];
  const count = box.querySelector(".cari-jumlah");
  const list = box.querySelector(".cari-hasil");
  const more = box.querySelector(".cari-lagi");
  const help = box.querySelector(".cari-bantuan");
  const engine = searchEngine(box, { excerptLength: 24, ranking });
  let current = 0, waiting, ready;

  const make = (tag, className, ...parts) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.append(...parts);
    return node;
  };
  const capital = (name) => name[0].toUpperCase() + name.slice(1);

  const start = () => (ready ??= choose().catch((error) => {
    ready = undefined;
    throw error;
  }));

  // Fill the choices beside the field.
  async function choose() {
    const values = await engine.values();
    for (const select of choices) {
      const own = Object.keys(values[capital(select.name)] ?? {});
      own.sort((one, other) => one.localeCompare(other, kata("scripts.locale"), { numeric: true }));
      if (select.name === "tahun") own.reverse();
      const chosen = select.dataset.awal ?? select.value;
      select.replaceChildren(new Option(kata("scripts.all"), ""), ...own.map((value) => new Option(value)));
      select.value = own.includes(chosen) ? chosen : "";
      select.disabled = false;
    }
  }

  // The query, and the same with words replaced by others that mean the same.
  function variants(query) {
    let found = [[query, ""]];
    for (const group of synonyms) {
      for (const word of group) {
        const place = new RegExp(`(?<![\\p{L}\\d])${word.replace(/[^\p{L}\d]+/gu, "[^\\p{L}\\d]+")}(?![\\p{L}\\d])`, "iu");
        if (!place.test(query)) continue;
        const others = group.filter((other) => other !== word);
        found = [...found, ...found.flatMap(([text, said]) => others.map((other) => [text.replace(place, other), said || other]))];
        break;
      }
    }
    return found.slice(0, 9);
  }

  async function search() {
    const query = field.value.trim();
    const mine = ++current;
    const chosen = choices.filter(({ value, disabled }) => value && !disabled);
    const address = new URL(location);
    address.search = new URLSearchParams([["q", query], ...choices.map((one) => [one.name, one.disabled ? one.dataset.awal ?? "" : one.value])].filter(([, value]) => value));
    address.hash = "";
    history.replaceState(null, "", address);
    if (!query) return show([], "", "");
    count.textContent = kata("scripts.searching");
    try {
      await start();
      const filters = Object.fromEntries(choices.filter(({ value }) => value).map(({ name, value }) => [capital(name), value]));
      const tried = variants(query);
      const answers = await engine.search(tried.map(([text]) => text), filters);
      if (mine !== current) return;
      const best = new Map();
      const used = new Set();
      answers.forEach(({ results }, number) => {
        for (const result of results) {
          if (best.has(result.id)) continue;
          best.set(result.id, result);
          if (tried[number][1]) used.add(tried[number][1]);
        }
      });
      const also = used.size ? kata("scripts.also-searched", { words: [...used].join(", ") }) : "";
      const missing = engine.missing();
      const gaps = missing.length ? kata("scripts.not-searched", { names: missing.join(", ") }) : "";
      const total = best.size;
      const narrowed = chosen.length && !total ? kata("scripts.drop-filters") : "";
      const advice = total ? "" : kata("scripts.search-advice", { more: narrowed });
      await show([...best.values()], kata("scripts.results", { n: total ? total.toLocaleString(kata("scripts.locale")) : kata("scripts.none"), query: query, also: also, advice: advice, gaps: gaps }), mine);
    } catch (reason) {
      if (mine === current) tell(reason);
    }
  }

  // Why there are no results, and what can be done without them.
  const tell = ({ message }) => show([], kata("scripts.without-search", { reason: message }));

  async function show(results, text, mine) {
    let next = 0;
    const page = async () => {
      const items = await Promise.all(results.slice(next, next + STEP).map(engine.content));
      if (mine && mine !== current) return;
      const nodes = items.map(entry);
      if (next) list.append(...nodes);
      else list.replaceChildren(...nodes);
      if (next) nodes[0]?.querySelector("a").focus();
      next += STEP;
      more.hidden = next >= results.length;
    };
    more.onclick = () => page().catch(tell);
    help.hidden = results.length > 0;
    await page();
    if (!mine || mine === current) count.textContent = text;
  }

  // Pagefind marks words in text that is otherwise escaped; nothing is read as HTML here.
  function excerpt(text) {
    const plain = (part) => part.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
    return text.split(/<\/?mark>/).map((part, number) => (number % 2 ? make("mark", "", plain(part)) : plain(part)));
  }

  function entry({ url, meta, filters, excerpt: text, sub_results: parts }) {
    const at = new URL(url, location);
    const link = make("a", "cari-judul", meta.judul ?? meta.title);
    link.href = meta.alamat ? new URL(meta.alamat, at) : at;
    const years = [...(filters.Tahun ?? [])].sort();
    const span = years.length > 1 ? `${years[0]}–${years.at(-1)}` : years[0];
    const [kind] = filters.Jenis;
    const facts = [filters.Subjek?.[0], kind === kata("publish.kind-data") && span, filters.Instansi?.[0] ?? agency(at)];
    const node = make("li", "", make("p", "cari-jenis", make("b", "", kind), ...facts.filter(Boolean).map((fact) => ` · ${fact}`)), link);
    if (kind === kata("publish.kind-figure")) {
      node.append(make("p", "cari-sumber", meta.sumber), ...figures(JSON.parse(meta.nilai)));
    } else {
      node.append(make("p", "", ...excerpt(text)));
    }
    const sections = parts.filter((part) => part.url !== url && kind === kata("publish.kind-page")).slice(0, 3);
    if (sections.length) {
      node.append(make("ul", "cari-bagian", ...sections.map((part) => {
        const title = make("a", "", part.title);
        title.href = part.url;
        return make("li", "", title);
      })));
    }
    return node;
  }

  function agency(at) {
    const below = JSON.parse(box.dataset.lain).find(([, address]) => at.pathname.startsWith(new URL(address, root).pathname));
    return below?.[0];
  }

  // The newest year, or the one chosen; the others follow in small print.
  function figures(values) {
    const year = form.elements.tahun.value || values[0][0];
    const told = ([when, value, doubt], full) => [make("b", "", value), full && when ? ` (${when})` : "", doubt ? make("i", "", ` ${doubt}`) : ""];
    const now = values.filter(([when]) => when === year);
    const before = values.filter(([when]) => when !== year).slice(0, 4);
    const lines = now.map((one) => make("p", "cari-angka", ...told(one, true)));
    if (before.length) {
      lines.push(make("p", "cari-dulu", before.map(([when, value, doubt]) => `${when}: ${value}${doubt ? ` (${doubt})` : ""}`).join(" · ")));
    }
    return lines;
  }

  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 250);
  };
  const asked = new URLSearchParams(location.search);
  field.value = asked.get("q") ?? "";
  for (const select of choices) {
    const value = asked.get(select.name);
    if (value) select.dataset.awal = value;
    select.addEventListener("change", () => {
      delete select.dataset.awal;
      search();
    });
  }
  box.querySelector(".cari-mati").remove();
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    search();
  });
  field.addEventListener("input", soon);
  field.addEventListener("focus", () => start().catch(() => {}), { once: true });
  if (field.value) search();
})();
