// What is shown of each figure: its value, its share of the whole, or an index; or why it is none.
const jelajahNilai = (() => {
  const { number } = jelajahData;
  const { figureOf, ancestorOf, coordsOf, rowsOf, timesOf } = jelajahPilihan;
  const SHARE_REFUSALS = {
    o: (state) => obstacle(state) ?? kata("scripts.explore-no-sum"),
    w: () => kata("scripts.explore-no-whole"),
    s: () => kata("scripts.explore-not-equal"),
    f: (state) => kata("scripts.explore-few", { n: state.measure.sedikit }),
    n: () => kata("scripts.explore-below-zero"),
    u: () => kata("scripts.explore-part-doubtful"),
    i: () => kata("scripts.explore-part-invalid"),
    c: () => kata("scripts.explore-part-withheld"),
    ".": () => kata("scripts.explore-no-whole"),
  };
  const missing = () => kata("scripts.explore-part-missing");

  function obstacle(state) {
    const levels = coordsOf(state, ancestorOf(state))
      .map((member, place) => state.cube.axes[place].items[member].level);
    return state.measure.alasan[levels.join(".")];
  }

  // '' where the rows of a period are shares of their whole, else why not.
  function shareRefusal(state, period) {
    const { cube, measure, menurut, rinci } = state;
    const letters = measure.bagi[`${menurut}:${rinci}`];
    if (!letters) return kata("scripts.explore-no-parts");
    const letter = letters[cube.at(coordsOf(state, ancestorOf(state)), period)];
    return letter === "1" ? "" : (SHARE_REFUSALS[letter] ?? missing)(state);
  }

  // Why what is asked for cannot be told at all; '' where some of it can.
  function refusal(state) {
    if (state.hitung === "indeks") {
      if (state.measure.rasio) return kata("scripts.explore-ratio");
      return state.cube.periods.length < 2 ? kata("scripts.explore-one-period") : "";
    }
    if (state.hitung !== "bagian") return "";
    const periods = state.waktu >= 0 ? [state.waktu] : timesOf(state);
    const reasons = [...new Set(periods.map((period) => shareRefusal(state, period)))];
    // Asked for over time, what holds for every period is said once.
    return reasons.includes("") || !reasons.length ? "" : obstacle(state) ?? reasons.at(-1);
  }

  // A figure as it is shown: `shown` is drawn, null where there is nothing to draw.
  function shown(state, member, period) {
    const figure = figureOf(state, member, period);
    const mode = refusal(state) ? "nilai" : state.hitung;
    if (!figure.has || mode === "nilai") return { ...figure, shown: figure.value, told: figure.text };
    if (mode === "bagian") {
      const why = shareRefusal(state, period);
      const whole = figureOf(state, ancestorOf(state), period).value;
      const inside = rowsOf(state).some((row) => row.index === member);
      if (why || !inside) return { ...figure, shown: null, told: "", why: why || kata("scripts.explore-other-level") };
      return withShown(figure, 100 * figure.value / whole, "%");
    }
    const base = figureOf(state, member, state.dasar);
    const usable = base.sure && base.value > 0 && base.value >= state.measure.sedikit;
    if (!usable) return { ...figure, shown: null, told: "", why: kata("scripts.explore-no-base") };
    if (base.stretch !== figure.stretch) return { ...figure, shown: null, told: "", why: kata("scripts.explore-broken") };
    return withShown(figure, 100 * figure.value / base.value, "");
  }
  const withShown = (figure, value, unit) => {
    const shown = Number(value.toFixed(1));
    return { ...figure, shown, told: `${number(shown, 1)}${unit && `\u00a0${unit}`}` };
  };

  // The rows in the order that is asked for; the largest first is usual for bars.
  function sorted(state, rows, period) {
    const bars = state.lihat === "batang" || state.lihat === "peta";
    const order = state.urut || (bars && !state.axis.alami ? "besar" : "buku");
    if (order === "buku") return rows;
    if (order === "nama") {
      return [...rows].sort((one, other) => one.name.localeCompare(other.name, jelajahData.locale, { numeric: true }));
    }
    const values = new Map(rows.map((row) => [row, shown(state, row.index, period).shown]));
    const way = order === "besar" ? -1 : 1;
    return [...rows].sort((one, other) => {
      const [a, b] = [values.get(one), values.get(other)];
      return a === null || b === null ? (a === null) - (b === null) : way * (a - b);
    });
  }

  // The things and periods that are seen, in their order.
  function seen(state) {
    const rows = sorted(state, rowsOf(state), state.waktu >= 0 ? state.waktu : timesOf(state).at(-1) ?? 0);
    for (const member of [state.pilih, state.banding]) {
      const known = member < 0 || (!member && state.banding !== 0) || rows.some((row) => row.index === member);
      const row = state.axis.items[member];
      if (!known && state.cube.periods.some((_, period) => figureOf(state, member, period).letter !== ".")) rows.push(row);
    }
    const periods = state.waktu >= 0 ? [state.waktu]
      : state.cube.periods.map((_, period) => period).filter((period) =>
        rows.some((row) => figureOf(state, row.index, period).letter !== ".")).reverse();
    return { rows, periods };
  }

  return { shown, refusal, shareRefusal, sorted, seen, mode: (state) => refusal(state) ? "nilai" : state.hitung };
})();
