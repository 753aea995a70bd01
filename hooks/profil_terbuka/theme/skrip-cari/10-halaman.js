// The search page. The engine is loaded when there is something to search for, or the field is used.
(() => {
  const box = document.querySelector("[data-cari]");
  if (!box) return;
  const STEP = 10;
  const SAID_OTHERWISE = 0.7; // how much a synonym counts beside the word that was typed
  // Addresses and figures stand in the index to be shown, not to be found.
  const ranking = { pageLength: 0.3, metaWeights: { title: 5, judul: 0.5, sumber: 0.5, alamat: 0, nilai: 0 } };
  const root = new URL(box.dataset.cari, location);
  const synonyms = JSON.parse(box.dataset.sinonim);
  const absences = JSON.parse(box.dataset.tiada);
  const form = box.querySelector("form");
  const field = form.elements.q;
  const choices = [...form.querySelectorAll("select")];
  const count = box.querySelector(".cari-jumlah");
  const list = box.querySelector(".cari-hasil");
  const more = box.querySelector(".cari-lagi");
  const help = box.querySelector(".cari-bantuan");
  const absent = box.querySelector(".cari-tidak-ada");
  const engine = searchEngine(box, { excerptLength: 24, ranking });
  const words = searchWords(root);
  const places = new Map(); // of a word: the results that hold it
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

  const within = (word) => new RegExp(`(?<![\\p{L}\\d])${word.replace(/[^\p{L}\d]+/gu, "[^\\p{L}\\d]+")}(?![\\p{L}\\d])`, "iu");

  // The query, and the same with words replaced by others that mean the same.
  function variants(query) {
    let found = [[query, ""]];
    for (const group of synonyms) {
      for (const word of group) {
        const place = within(word);
        if (!place.test(query)) continue;
        const others = group.filter((other) => other !== word);
        found = [...found, ...found.flatMap(([text, said]) => others.map((other) => [text.replace(place, other), said || other]))];
        break;
      }
    }
    return found.slice(0, 9);
  }

  // Where nothing begins with a word Pagefind takes a shorter one; between quotation marks it does not.
  async function locate(terms) {
    const fresh = [...new Set(terms)].filter((term) => !places.has(term));
    const answers = await engine.search(fresh.map((term) => `"${term}"`), {});
    answers.forEach(({ results }, number) => places.set(fresh[number], new Set(results.map(({ id }) => id))));
  }

  // The ways to say the query of which every word is there; `begun` are words typed half.
  async function sound(text, begun) {
    const ways = variants(text).map(([way, said]) => ({ way, said, terms: words.terms(way) }));
    await locate(ways.flatMap(({ terms }) => terms));
    return ways.filter(({ terms }) => terms.every((term) => places.get(term).size || begun.has(term)));
  }

  // What the query means here, which words of it were mended, and which are nowhere.
  async function understood(query) {
    const terms = words.terms(query);
    const plain = await sound(terms.join(" "), new Set());
    if (plain.length) return { ways: plain, text: query, meant: [], lost: [] };
    const unknown = terms.filter((term) => !places.get(term).size);
    const mended = new Map(await words.mended(unknown));
    const kept = terms.map((term) => mended.get(term) ?? term);
    const text = kept.filter(Boolean).join(" ");
    const begun = new Set(unknown.filter((term) => mended.get(term) === term));
    return {
      ways: text ? await sound(text, begun) : [],
      text,
      meant: unknown.map((term) => mended.get(term)).filter((word, number) => word && word !== unknown[number]),
      lost: unknown.filter((term) => !mended.get(term)),
    };
  }

  // Results of one kind, whatever they say.
  const ofKind = async (kind) => {
    const [{ results }] = await engine.search([null], { Jenis: kind });
    return new Set(results.map(({ id }) => id));
  };
  let kinds;
  const tiers = () => (kinds ??= Promise.all([kata("publish.kind-service"), kata("publish.kind-guide"), kata("publish.kind-figure")].map(ofKind)).catch((reason) => {
    kinds = undefined;
    throw reason;
  }));

  // Services first, what staff read last; who types a number looks for a figure.
  async function ordered(results, asked) {
    const [services, guide, figures] = await tiers();
    const first = asked.every((term) => /^\d+$/.test(term)) ? figures : services;
    const tier = ({ id }) => (first.has(id) ? 0 : guide.has(id) ? 2 : 1);
    return results.map((result, place) => [tier(result), place, result]).sort(([one, place], [other, next]) => one - other || place - next).map(([, , result]) => result);
  }

  // Whether some result holds all of these words; of one typed half nobody knows yet.
  function joined(terms) {
    const sets = terms.map((term) => places.get(term)).filter(({ size }) => size).sort((one, other) => one.size - other.size);
    return !sets.length || [...sets[0]].some((id) => sets.every((ids) => ids.has(id)));
  }

  // Where no way of saying it has all its words in one place, the commonest ones are left out.
  function sayable(ways) {
    const whole = ways.filter(({ terms }) => joined(terms));
    if (whole.length) return whole;
    const kept = [...ways[0].terms].sort((one, other) => places.get(other).size - places.get(one).size);
    while (kept.length > 1 && !joined(kept)) kept.shift();
    return [{ ...ways[0], terms: ways[0].terms.filter((term) => kept.includes(term)) }];
  }

  async function find(meaning, filters) {
    const ways = meaning.ways.length ? sayable(meaning.ways) : [];
    const asked = ways.map(({ terms }) => terms);
    const answers = ways.length ? await engine.search(asked.map((terms) => terms.join(" ")), filters) : [];
    const best = new Map(); // results, each with the score by which it is best
    const used = new Set();
    answers.forEach(({ results }, number) => {
      const { said, terms } = ways[number];
      const needed = terms.map((term) => places.get(term)).filter(({ size }) => size);
      for (const result of results) {
        if (!needed.every((ids) => ids.has(result.id))) continue;
        const score = result.score * (said ? SAID_OTHERWISE : 1);
        const known = best.get(result.id);
        if (!known && said) used.add(said);
        if (!known || known.score < score) best.set(result.id, { result, score });
      }
    });
    const results = [...best.values()].sort((one, other) => other.score - one.score).map(({ result }) => result);
    return { results: await ordered(results, asked.flat()), used: [...used] };
  }

  async function search() {
    const query = field.value.trim();
    const mine = ++current;
    const chosen = choices.filter(({ value, disabled }) => value && !disabled);
    const address = new URL(location);
    address.search = new URLSearchParams([["q", query], ...choices.map((one) => [one.name, one.disabled ? one.dataset.awal ?? "" : one.value])].filter(([, value]) => value));
    address.hash = "";
    history.replaceState(null, "", address);
    tellAbsence(query);
    if (!query) return show([], "", "");
    if (!words.terms(query).length) return show([], kata("scripts.too-short"));
    count.textContent = kata("scripts.searching");
    try {
      await start();
      const filters = Object.fromEntries(choices.filter(({ value }) => value).map(({ name, value }) => [capital(name), value]));
      const asked = await understood(query);
      const { results, used } = await find(asked, filters);
      if (mine !== current) return;
      const quoted = (list) => list.map((word) => `“${word}”`).join(", ");
      const meant = asked.meant.length ? kata("scripts.meant", { words: quoted(asked.meant) }) : "";
      const also = used.length ? kata("scripts.also-searched", { words: used.join(", ") }) : "";
      const lost = asked.lost.length && asked.text ? kata("scripts.lost-words", { words: quoted(asked.lost) }) : "";
      const missing = engine.missing();
      const gaps = missing.length ? kata("scripts.not-searched", { names: missing.join(", ") }) : "";
      const total = results.length;
      const narrowed = chosen.length && !total ? kata("scripts.drop-filters") : "";
      const advice = total ? "" : kata("scripts.search-advice", { more: narrowed });
      await show(results, kata("scripts.results", { n: total ? total.toLocaleString(kata("scripts.locale")) : kata("scripts.none"), query: asked.text || query, meant: meant, lost: lost, also: also, advice: advice, gaps: gaps }), mine);
    } catch (reason) {
      if (mine === current) tell(reason);
    }
  }

  // What people look for and no book here tells: said at once, with whom to ask.
  function tellAbsence(query) {
    const found = absences.find(([names]) => names.some((name) => within(name).test(query)));
    absent.hidden = !found;
    if (!found) return;
    absent.querySelector("b").textContent = found[1];
    absent.querySelector("span").textContent = found[2];
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
    const facts = [filters.Subjek?.[0] !== kind && filters.Subjek?.[0], kind === kata("publish.kind-data") && span, filters.Instansi?.[0] ?? agency(at)];
    const node = make("li", "", make("p", "cari-jenis", make("b", "", kind), ...facts.filter(Boolean).map((fact) => ` · ${fact}`)), link);
    if (kind === kata("publish.kind-figure")) {
      node.append(make("p", "cari-sumber", meta.sumber), ...figures(JSON.parse(meta.nilai)));
    } else {
      node.append(make("p", "", ...excerpt(text)));
    }
    const isPage = [kata("publish.kind-page"), kata("publish.kind-guide")].includes(kind);
    const sections = parts.filter((part) => part.url !== url && isPage).slice(0, 3);
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

  // The year of a number that was asked for, the year chosen, or the newest; others in small print.
  function figures(values) {
    const typed = words.terms(field.value);
    const exact = values.find(([, value]) => words.terms(value).some((term) => term.length > 2 && /^\d+$/.test(term) && typed.includes(term)));
    const year = form.elements.tahun.value || (exact ?? values[0])[0];
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
