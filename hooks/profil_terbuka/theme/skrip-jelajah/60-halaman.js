// The explorer on its page: controls, views, address, downloads.
async function bukaJelajah(section, assets, asked) {
  const { read, settled, address, choices, levelsOf, viewsOf, timesOf, rowsOf } = jelajahPilihan;
  const { shown, refusal, sorted, seen } = jelajahNilai;
  const words = jelajahKalimat;
  const make = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const name in attributes) node.setAttribute(name, attributes[name]);
    node.append(...children);
    return node;
  };
  const opener = section.querySelector("button");
  const style = make("link", { rel: "stylesheet", href: new URL("jelajah.css", assets) });
  const styled = new Promise((done) => { style.onload = done; style.onerror = done; });
  document.head.append(style);
  let data;
  try {
    const answer = await fetch("jelajah.json");
    if (!answer.ok) throw new Error(answer.status);
    data = await answer.json();
    await styled;
  } catch {
    opener.disabled = false;
    opener.textContent = kata("scripts.explore-again");
    return;
  }
  const cubes = data.tabel.map((table) => jelajahData.cube(table, data.status));
  let state = read(cubes, location.search), mapped, width = 0;

  // What stands there from now on.
  const title = make("h3", { class: "jelajah-judul", id: "jelajahi-temuan" });
  const definition = make("p", { class: "jelajah-definisi" });
  const controls = make("div", { class: "jelajah-kendali", role: "group", "aria-label": kata("scripts.explore-choices") });
  const tabs = make("div", { class: "tab", role: "tablist", "aria-label": kata("scripts.explore-views") });
  const notice = make("p", { class: "jelajah-tolak" });
  const picture = make("div", { class: "jelajah-gambar" });
  const table = make("div", { class: "jelajah-tabel" });
  const panel = make("div", { class: "jelajah-isi", role: "tabpanel", id: "jelajahi-panel", tabindex: "0" }, picture, table);
  const reading = make("div", { class: "jelajah-samping" });
  const details = make("div", { class: "jelajah-rinci" });
  const caveats = make("div", { class: "jelajah-catatan" });
  const foot = make("p", { class: "jelajah-kaki" });
  const status = make("p", { class: "hanya-dibaca", role: "status" });
  opener.closest("p").remove();
  section.querySelector(":scope > p")?.remove();
  section.append(title, definition, controls, notice, tabs, make("div", { class: "jelajah-dua" }, panel, reading), details, caveats, foot, status);
  section.classList.add("terbuka");

  // Controls: a select each, there only where there is something to choose
  const fields = new Map();
  function field(name, label, options, value, choose) {
    if (!fields.has(name)) {
      const id = `jelajahi-pilihan-${name}`;
      const select = make("select", { name, id });
      const caption = make("label", { for: id });
      const box = make("div", {}, caption, select);
      controls.append(box);
      fields.set(name, { select, caption, box });
    }
    const { select, caption, box } = fields.get(name);
    caption.textContent = label;
    const told = JSON.stringify(options);
    if (select.dataset.n !== told) {
      select.dataset.n = told;
      select.replaceChildren(...options.map(([key, text]) => new Option(text, key)));
    }
    select.value = String(value);
    box.hidden = options.length < 2;
    select.onchange = () => choose(select.value);
  }
  const indent = (item) => `${"\u2003".repeat(Math.max(0, item.level - 1))}${item.name}`;
  const numbered = (items, name) => items.map((item, place) => [String(place), name(item)]);

  // Another choice: what no longer fits it is dropped as an address with it would be.
  function choose(change) {
    state = Object.assign(state, change, { unknown: [] });
    const views = viewsOf(state);
    if (!views.includes(state.lihat)) state.lihat = views[0];
    state = settled(state);
    history.pushState(null, "", `${address(state)}#jelajahi`);
    show();
  }
  // What another table, measure or axis leaves of an address is read anew.
  function chooseAnew(name, key, keep = []) {
    const told = new URLSearchParams(address(state));
    for (const old of [...told.keys()]) if (!["lihat", ...keep].includes(old)) told.delete(old);
    told.set(name, key);
    state = read(cubes, `?${told}`);
    state.unknown = [];
    history.pushState(null, "", `${address(state)}#jelajahi`);
    show();
  }

  function showControls() {
    const { cube, axis, measure } = state;
    field("tabel", kata("scripts.explore-table"), cubes.map((one) => [one.nama, one.judul]), cube.nama,
      (key) => chooseAnew("tabel", key));
    field("ukuran", kata("scripts.explore-measure"), cube.ukuran.map((one) => [one.kunci, one.judul]), measure.kunci,
      (key) => chooseAnew("ukuran", key, ["tabel", "menurut", "pilih", "banding", "rinci"]));
    field("menurut", kata("scripts.explore-by"), cube.axes.filter((one) => !one.satuan).map((one) => [one.kunci, one.judul]), axis.kunci,
      (key) => chooseAnew("menurut", key, ["tabel", "ukuran"]));
    for (let place = 0; place < 4; place += 1) {
      const other = cube.axes[place];
      const able = other && place !== state.menurut ? choices(cube, measure, place) : [];
      field(`tetap-${place}`, other?.judul ?? "", able.map((item) => [String(item.index), indent(item)]), state.tetap[place],
        (value) => choose({ tetap: state.tetap.map((own, at) => at === place ? Number(value) : own) }));
    }
    const items = axis.items.filter((item) => item.level);
    const whole = kata("scripts.explore-side-by-side");
    field("pilih", axis.wilayah ? kata("scripts.explore-place") : axis.judul,
      [["0", whole], ...items.map((item) => [String(item.index), indent(item)])], state.pilih, (value) => {
        const pilih = Number(value), level = axis.items[pilih].level;
        const rinci = level || levelsOf(state).find((one) => one > 0) || 0;
        choose({ pilih, rinci, banding: state.banding === pilih ? -1 : state.banding });
      });
    const levels = levelsOf(state).filter((level) => level >= axis.items[state.pilih].level);
    field("rinci", kata("scripts.explore-level-of"),
      levels.map((level) => [String(level), level ? axis.tingkat[level - 1] : kata("scripts.explore-sum-only")]),
      state.rinci, (value) => choose({ rinci: Number(value) }));
    field("banding", kata("scripts.explore-compare"), [["-1", kata("scripts.explore-none")],
      ...axis.items.filter((item) => item.index !== state.pilih && (item.level || hasWhole())).map((item) => [String(item.index), indent(item)])],
    state.banding, (value) => choose({ banding: Number(value) }));
    const times = timesOf(state);
    const all = state.lihat === "garis" || state.lihat === "tabel" || viewsOf(state)[0] === "garis";
    field("waktu", cube.waktu?.judul ?? "", [...(all && times.length > 1 ? [["-1", kata("scripts.all")]] : []),
      ...[...times].reverse().map((period) => [String(period), cube.periods[period].name])], state.waktu, (value) => {
      const waktu = Number(value);
      const lihat = waktu >= 0 && state.lihat === "garis" ? "batang"
        : waktu < 0 && ["batang", "peta"].includes(state.lihat) ? "garis" : state.lihat;
      choose({ waktu, lihat });
    });
    const parts = Boolean(measure.bagi[`${state.menurut}:${state.rinci}`]);
    field("hitung", kata("scripts.explore-as"), [["nilai", kata("scripts.explore-as-value")],
      ...(parts ? [["bagian", kata("scripts.explore-share")]] : []),
      ...(cube.periods.length > 1 ? [["indeks", kata("scripts.explore-index")]] : [])], state.hitung,
    (hitung) => choose({ hitung, dasar: -1 }));
    field("dasar", kata("scripts.explore-base"), state.hitung === "indeks" && !refusal(state)
      ? numbered(cube.periods, (one) => one.name).filter(([place]) => times.includes(Number(place))) : [], state.dasar,
    (value) => choose({ dasar: Number(value) }));
    field("urut", kata("scripts.explore-order"), ["garis", "peta"].includes(state.lihat) || rowsOf(state).length < 3 ? [] : [
      ["", kata("scripts.explore-order-usual")], ["besar", kata("scripts.explore-order-largest")],
      ["kecil", kata("scripts.explore-order-smallest")], ["nama", kata("scripts.explore-order-name")],
      ["buku", kata("scripts.explore-order-book")]], state.urut, (urut) => choose({ urut }));
  }
  const hasWhole = () => levelsOf(state).includes(0);

  const VIEWS = {
    garis: kata("scripts.explore-line"), batang: kata("scripts.explore-bars"),
    peta: kata("scripts.explore-map"), tabel: kata("scripts.explore-as-table"),
  };
  const view = (lihat) => choose({ lihat, waktu: lihat === "garis" ? -1 : state.waktu });
  function showTabs() {
    const views = viewsOf(state);
    if (tabs.dataset.n !== views.join()) {
      tabs.dataset.n = views.join();
      tabs.replaceChildren(...views.map((one) => {
        const button = make("button", { type: "button", role: "tab", id: `jelajahi-${one}`, "aria-controls": panel.id }, VIEWS[one]);
        button.onclick = () => view(one);
        return button;
      }));
    }
    views.forEach((one, place) => {
      tabs.children[place].setAttribute("aria-selected", one === state.lihat);
      tabs.children[place].tabIndex = one === state.lihat ? 0 : -1;
    });
    panel.setAttribute("aria-labelledby", `jelajahi-${state.lihat}`);
  }
  tabs.addEventListener("keydown", ({ key }) => {
    const views = viewsOf(state), step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!step) return;
    const next = views[(views.indexOf(state.lihat) + step + views.length) % views.length];
    view(next);
    tabs.querySelector(`#jelajahi-${next}`).focus();
  });

  function showTable() {
    const { rows, periods } = seen(state);
    const { axis, cube } = state;
    const head = make("tr", {}, make("th", { scope: "col" }, axis.tingkat[state.rinci - 1] ?? axis.judul),
      ...periods.map((period) => make("th", { scope: "col", class: "angka" }, cube.periods[period].name || state.measure.judul)));
    const body = rows.map((row) => make("tr", row.index === state.pilih && state.pilih ? { class: "dipilih" } : {},
      make("th", { scope: "row" }, row.name),
      ...periods.map((period) => cell(shown(state, row.index, period)))));
    table.replaceChildren(make("div", { class: "tabel-gulir", tabindex: "0", role: "region", "aria-label": words.headline(state) },
      make("table", {}, make("caption", { class: "hanya-dibaca" }, words.headline(state)), make("thead", {}, head), make("tbody", {}, ...body))));
  }
  function cell(figure) {
    if (figure.shown === null) {
      return make("td", { class: "angka" }, "\u2013 ", make("small", {}, figure.why));
    }
    const bare = figure.told === figure.text ? jelajahData.number(figure.value) : figure.told;
    const node = make("td", { class: "angka" }, bare);
    if (figure.doubted) node.append(make("small", {}, ` ${figure.why}`));
    return node;
  }

  function showPicture() {
    picture.hidden = state.lihat === "tabel";
    table.hidden = !picture.hidden;
    if (!picture.hidden) {
      width = Math.floor(panel.clientWidth) || 320;
      const found = jelajahGambar.page(state, width, "jelajahi");
      const scale = found.word ? kata("scripts.explore-in-words", { word: found.word, unit: state.measure.satuan }) : "";
      const doubt = found.doubt ? kata("scripts.explore-star") : "";
      const rest = found.rest ? kata("scripts.explore-rest", { n: found.rest }) : "";
      picture.innerHTML = jelajahGambar.svg(width, found.height, `${words.headline(state)}. ${words.definition(state)}`, found.body);
      const legend = [scale, doubt, rest, ...(state.lihat === "peta" ? [state.measure.warna, mapped] : [])].filter(Boolean).join(" ");
      if (legend) picture.append(make("p", { class: "jelajah-legenda" }, legend));
    } else {
      showTable();
    }
  }

  // The number that was asked for, how it changed, and how far from what it is compared with.
  function showReading() {
    reading.replaceChildren();
    const { pilih, banding } = state;
    const about = pilih || banding >= 0 || (state.rinci && hasWhole() && state.hitung === "nilai") ? [pilih, banding].filter((one) => one >= 0) : [];
    const period = words.periodOf(state, pilih);
    const figures = about.map((member) => ({ member, figure: shown(state, member, period) }));
    figures.forEach(({ member, figure }, place) => {
      const at = words.when(state, period);
      const where = [words.nameOf(state, member), at].filter(Boolean).join(", ");
      if (!place && figure.shown === null && !pilih) return;
      const made = figure.origin === "h" && figure.has ? kata("scripts.explore-our-sum") : "";
      const more = [words.change(state, figure), made].filter(Boolean).join("; ");
      reading.append(make("p", { class: place ? "" : "jelajah-utama" },
        make("b", {}, words.told(figure)), ` ${where}${more ? ` (${more})` : ""}`));
    });
    if (state.lihat === "peta" && !pilih) {
      const largest = sorted({ ...state, urut: "besar" }, rowsOf(state), period).slice(0, 5);
      reading.append(make("ol", {}, ...largest.map((row) => make("li", {}, `${row.name}: ${words.told(shown(state, row.index, period))}`))));
    }
    const [one, other] = figures.map(({ figure }) => figure);
    if (other && one.sure && other.sure && one.shown !== null && other.shown !== null && state.hitung === "nilai") {
      const difference = Number(Math.abs(one.value - other.value).toFixed(6));
      reading.append(make("p", {}, kata("scripts.explore-difference", { amount: one.pattern.replace("#", jelajahData.number(difference)) })));
    }
  }

  // The parts of the thing that was chosen, in the same period.
  function showDetails() {
    details.replaceChildren();
    const item = state.axis.items[state.pilih];
    const parts = state.pilih && state.rinci === item.level && ["garis", "batang"].includes(state.lihat) && state.hitung === "nilai"
      ? jelajahData.within(state.axis, state.pilih, item.level + 1) : [];
    if (!parts.length) return;
    const period = words.periodOf(state, state.pilih);
    const known = { ...state, pilih: 0, banding: -1, lihat: "batang", rinci: item.level + 1, waktu: period };
    const rows = sorted(known, parts, period);
    const at = words.when(state, period);
    const level = state.axis.tingkat[item.level];
    const room = Math.floor(details.clientWidth) || 320;
    const found = jelajahGambar.bars(known, room, jelajahGambar.PAGE, "jelajahi-rinci", rows, period);
    const heading = kata("scripts.explore-parts-of", { level: level, name: item.name });
    const said = [heading, at].filter(Boolean).join(", ");
    details.append(make("h4", {}, said));
    details.insertAdjacentHTML("beforeend", jelajahGambar.svg(room, found.height, said, found.body));
    if (found.doubt) details.append(make("p", { class: "jelajah-legenda" }, kata("scripts.explore-star")));
  }

  // How many of the figures that are seen nobody should rely on, and why.
  function caveatLines() {
    const { rows, periods } = seen(state);
    const figures = rows.flatMap((row) => periods.map((period) => shown(state, row.index, period)));
    const noteOf = (place) => Object.entries(state.measure.catatan).find(([, places]) => places.includes(place))?.[0];
    const reasons = new Map();
    for (const row of rows) {
      const own = figures.filter((figure) => figure.coords[state.menurut] === row.index && figure.has);
      if (!own.length || own.some((figure) => figure.shown !== null)) continue;
      reasons.set(own.at(-1).why, [...(reasons.get(own.at(-1).why) ?? []), row.name]);
    }
    const undrawn = [...reasons].map(([why, names]) =>
      ({ text: kata("scripts.explore-not-drawn", { names: words.listed(names), why: why }) }));
    return [...undrawn, ...["u", "i", "c", "x", "z", "p"].flatMap((letter) => {
      const found = figures.filter((figure) => figure.letter === letter);
      if (!found.length) return [];
      const times = [...new Set(found.map((figure) => figure.period))].sort((a, b) => a - b)
        .map((period) => words.when(state, period)).filter(Boolean);
      const when = times.length && times.length < 4 ? kata("scripts.explore-at", { when: words.listed(times) }) : "";
      const kind = data.status[letter];
      const note = found.map((figure) => noteOf(figure.place)).find(Boolean);
      return [{ letter, text: [kata("scripts.explore-marked", { n: found.length, kind: kind }), when].filter(Boolean).join(" "), note }];
    })];
  }
  function showCaveats() {
    const lines = caveatLines().map(({ text, note }) => {
      const line = make("p", {}, `${text}.`);
      if (note && document.getElementById(`catatan-${note}`)) {
        line.append(" ", make("a", { href: `#catatan-${note}` }, kata("scripts.explore-why")));
      }
      return line;
    });
    caveats.replaceChildren(...lines);
  }

  function showFoot() {
    const button = (text, act) => {
      const made = make("button", { type: "button" }, text);
      made.onclick = act;
      return made;
    };
    const said = () => ({
      headline: words.headline(state), definition: words.definition(state),
      foot: [state.lihat === "peta" ? state.measure.warna : "", ...caveatLines().map(({ text }) => `${text}.`),
        kata("scripts.explore-source", { source: data.sumber, publisher: data.penerbit, version: data.edisi }),
        state.lihat === "peta" ? mapped : "", location.href],
    });
    const save = (how) => () => load("jelajah-unduh.js").then(() => jelajahUnduh[how](state, said()), () => {
      status.textContent = kata("scripts.explore-again");
    });
    const pictures = state.lihat === "tabel" ? [] : [
      button(kata("scripts.explore-save-svg"), save("saveSvg")), button(kata("scripts.explore-save-png"), save("savePng")),
    ];
    foot.replaceChildren(make("span", {}, kata("scripts.explore-save")),
      button(kata("scripts.explore-save-csv"), save("saveCsv")), ...pictures,
      make("a", { href: "#unduh" }, kata("scripts.explore-save-all")));
  }

  // Further scripts, each once.
  const loading = new Map();
  function load(name) {
    if (!loading.has(name)) {
      loading.set(name, new Promise((done, failed) => {
        const script = make("script", { src: new URL(name, assets) });
        script.onload = done;
        script.onerror = (problem) => {
          loading.delete(name);
          failed(problem);
        };
        document.head.append(script);
      }));
    }
    return loading.get(name);
  }

  async function loadMap() {
    if (mapped !== undefined || state.lihat !== "peta") return;
    mapped = "";
    try {
      const [answer] = await Promise.all([
        fetch(new URL("peta-wilayah.svg", assets)),
        load("jelajah-peta.js"),
      ]);
      const drawing = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
      mapped = drawing.querySelector("desc").textContent;
      jelajahGambar.DRAWN.peta = jelajahPeta(drawing);
    } catch {
      mapped = undefined;
      return;
    }
    show();
  }

  function show() {
    const headline = words.headline(state);
    title.textContent = headline;
    definition.textContent = words.definition(state);
    const refused = refusal(state);
    notice.textContent = refused
      ? (state.hitung === "bagian" ? kata("scripts.explore-refused-share", { why: refused }) : kata("scripts.explore-refused-index", { why: refused }))
      : state.unknown.length ? kata("scripts.explore-unknown", { names: state.unknown.join(", ") }) : "";
    notice.hidden = !notice.textContent;
    showControls();
    showTabs();
    showReading();
    showPicture();
    showDetails();
    showCaveats();
    showFoot();
    status.textContent = [headline, notice.textContent].filter(Boolean).join(". ");
    loadMap();
  }

  addEventListener("popstate", () => {
    state = read(cubes, location.search);
    show();
  });
  new ResizeObserver(() => {
    if (!picture.hidden && Math.abs(Math.floor(panel.clientWidth) - width) > 1) {
      showPicture();
      showDetails();
    }
  }).observe(panel);
  show();
  if (asked) {
    history.pushState(null, "", `${address(state)}#jelajahi`);
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  } else if (location.hash === "#jelajahi") {
    section.scrollIntoView();
  }
}
