// What is chosen, as it stands in the address, and what is seen by it.
const jelajahPilihan = (() => {
  const { within } = jelajahData;
  const index = (items, key, otherwise) => {
    const found = items.findIndex((item) => item.key === key);
    return found < 0 ? otherwise : found;
  };

  // Whether an axis may stand at its whole while another is looked at.
  const wholeKnown = (cube, measure, axis) => {
    const coords = cube.axes.map(() => 0);
    const others = cube.axes.map((_, place) => place).filter((place) => place !== axis);
    const tries = others.length ? cube.axes[others[0]].items : [{ index: 0 }];
    return tries.some((item) => {
      if (others.length) coords[others[0]] = item.index;
      return cube.periods.some((_, period) => measure.nilai[cube.at(coords, period)] !== null);
    });
  };

  // The members of an axis that can be chosen beside another axis, its whole among them if it is known.
  const choices = (cube, measure, axis) => cube.axes[axis].items
    .filter((item) => item.index || (!cube.axes[axis].satuan && wholeKnown(cube, measure, axis)));

  // The choices of an address; what it does not know is left at what a reader would see first.
  function read(cubes, search) {
    const asked = new URLSearchParams(search);
    const unknown = [];
    const pick = (name, items, otherwise) => {
      if (!asked.has(name)) return otherwise;
      const found = index(items, asked.get(name), -1);
      if (found < 0) unknown.push(name);
      return found < 0 ? otherwise : found;
    };
    const keyed = (items) => items.map((item) => ({ key: item.nama ?? item.kunci ?? item }));
    const tabel = pick("tabel", keyed(cubes), 0);
    const cube = cubes[tabel];
    const ukuran = pick("ukuran", keyed(cube.ukuran), 0);
    const measure = cube.ukuran[ukuran];
    const menurut = pick("menurut", keyed(cube.axes), Math.min(cube.awal, cube.axes.length - 1));
    const axis = cube.axes[menurut];
    const state = { cubes, cube, measure, axis, tabel, ukuran, menurut };
    state.tetap = cube.axes.map((other, place) => {
      if (place === menurut) return 0;
      const able = choices(cube, measure, place);
      return able[pick(other.kunci, able, 0)].index;
    });
    state.pilih = pick("pilih", axis.items, 0);
    state.banding = pick("banding", axis.items, -1);
    const level = axis.items[state.pilih].level;
    const levels = levelsOf(state);
    const usual = Math.max(level, levels.find((one) => one > 0) ?? 0);
    const names = ["jumlah", ...axis.tingkat.map(key)];
    const named = names.indexOf(asked.get("rinci"));
    if (asked.has("rinci") && !levels.includes(named)) unknown.push("rinci");
    state.rinci = levels.includes(named) ? Math.max(named, level) : usual;
    state.waktu = cube.waktu ? pick(cube.waktu.kunci, cube.periods, -1) : -1;
    state.hitung = ["bagian", "indeks"].includes(asked.get("hitung")) ? asked.get("hitung") : "nilai";
    state.dasar = cube.waktu ? pick("dasar", cube.periods, -1) : -1;
    state.urut = ["buku", "besar", "kecil", "nama"].includes(asked.get("urut")) ? asked.get("urut") : "";
    const views = viewsOf(state);
    const wanted = asked.get("lihat");
    state.lihat = views.includes(wanted) ? wanted : views[0];
    if (wanted && wanted !== state.lihat && wanted !== "awal") unknown.push("lihat");
    state.unknown = unknown;
    return settled(state);
  }

  const key = (title) => title.toLowerCase().replace(/[^a-z0-9]+/g, "-");

  // Levels of which anything is known where the other axes stand.
  function levelsOf({ cube, measure, menurut, tetap, axis }) {
    const known = new Set();
    for (const item of axis.items) {
      const coords = tetap.map((own, place) => place === menurut ? item.index : own);
      if (cube.periods.some((_, period) => measure.status[cube.at(coords, period)] !== ".")) known.add(item.level);
    }
    if (axis.satuan) known.delete(0);
    return [...known].sort();
  }

  function viewsOf(state) {
    const { cube, axis, rinci } = state;
    return [
      ...(hasCourse(state) ? ["garis"] : []),
      "batang",
      ...(axis.peta[rinci] ? ["peta"] : []),
      "tabel",
    ];
  }

  // Whether any row has two periods that compare; else there is no line to draw.
  const hasCourse = (state) => rowsOf(state).some((row) => {
    const known = state.cube.periods.map((_, period) => figureOf(state, row.index, period)).filter(({ has }) => has);
    return known.some((figure, place) => place && figure.stretch === known[place - 1].stretch);
  });

  // Periods of which the rows that are seen have any number.
  function timesOf(state) {
    const list = rowsOf(state);
    return state.cube.periods.map((_, period) => period)
      .filter((period) => list.some((row) => figureOf(state, row.index, period).has));
  }

  // One period for what shows one; all of them for a line.
  function settled(state) {
    const times = timesOf(state);
    if (state.lihat === "garis") state.waktu = -1;
    else if (state.lihat !== "tabel" && !times.includes(state.waktu) && state.waktu < 0) state.waktu = times.at(-1) ?? 0;
    if (state.hitung === "indeks" && state.dasar < 0) state.dasar = times[0] ?? 0;
    if (state.banding === state.pilih) state.banding = -1;
    return state;
  }

  const coordsOf = (state, member) =>
    state.tetap.map((own, place) => place === state.menurut ? member : own);
  const figureOf = (state, member, period) =>
    state.cube.figure(state.measure, coordsOf(state, member), period);

  // The member whose parts are seen: the one chosen, where its parts are asked for, else the whole.
  const ancestorOf = ({ axis, pilih, rinci }) => axis.items[pilih].level < rinci ? pilih : 0;

  // The things that are seen side by side: those of which the source says anything.
  const rowsOf = (state) => within(state.axis, ancestorOf(state), state.rinci)
    .filter((row) => state.cube.periods.some((_, period) => figureOf(state, row.index, period).letter !== "."));

  function address(state) {
    const { cubes, cube, measure, axis, tetap } = state;
    const told = new URLSearchParams();
    told.set("lihat", state.lihat);
    if (state.tabel) told.set("tabel", cube.nama);
    if (state.ukuran) told.set("ukuran", measure.kunci);
    if (state.menurut !== Math.min(cube.awal, cube.axes.length - 1)) told.set("menurut", axis.kunci);
    tetap.forEach((member, place) => {
      if (place === state.menurut || member === choices(cube, measure, place)[0].index) return;
      told.set(cube.axes[place].kunci, cube.axes[place].items[member].key);
    });
    if (state.pilih) told.set("pilih", axis.items[state.pilih].key);
    if (state.banding >= 0) told.set("banding", axis.items[state.banding].key);
    const usual = read(cubes, `?${told}`);
    if (state.rinci !== usual.rinci) told.set("rinci", state.rinci ? key(axis.tingkat[state.rinci - 1]) : "jumlah");
    if (state.lihat !== "garis" && state.waktu >= 0 && cube.waktu) told.set(cube.waktu.kunci, cube.periods[state.waktu].key);
    if (state.hitung !== "nilai") told.set("hitung", state.hitung);
    if (state.hitung === "indeks") told.set("dasar", cube.periods[state.dasar].key);
    if (state.urut) told.set("urut", state.urut);
    return `?${told}`;
  }

  return { read, settled, key, address, choices, levelsOf, viewsOf, timesOf, rowsOf, figureOf, coordsOf, ancestorOf };
})();
