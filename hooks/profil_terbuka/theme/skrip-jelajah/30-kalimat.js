// The sentences about what is seen. None is said of a figure that nobody can be sure of.
const jelajahKalimat = (() => {
  const { number, locale } = jelajahData;
  const { rowsOf, timesOf, figureOf, ancestorOf } = jelajahPilihan;
  const { shown, mode } = jelajahNilai;
  const FEW = 3;
  const listed = (items) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items);
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const when = (state, period) => state.cube.periods[period].name;
  const at = (state, period) => when(state, period) && kata("scripts.explore-at", { when: when(state, period) });

  // 'naik 7 % dari 2023', or '' where nothing may be said.
  function change(state, figure) {
    const { measure, cube } = state;
    if (mode(state) !== "nilai" || figure.change === "-" || !figure.period) return "";
    const before = cube.periods[figure.period - 1].name;
    if (figure.change === "s") return kata("scripts.explore-same", { before: before });
    if (figure.change === "n") return kata("scripts.explore-nearly-same", { before: before });
    const old = measure.nilai[figure.place - 1];
    const difference = Number(Math.abs(figure.value - old).toFixed(6));
    const amount = {
      p: `${number(100 * difference / old, 1)}\u00a0%`,
      o: kata("scripts.explore-points", { n: number(difference) }),
      j: number(difference),
      q: figure.pattern.replace("#", number(difference)),
    }[figure.change];
    return figure.value > old
      ? kata("scripts.explore-rises", { amount: amount, before: before })
      : kata("scripts.explore-falls", { amount: amount, before: before });
  }

  // What a figure says of itself: its value with a doubt beside it, or why there is none.
  const told = (figure) => figure.shown === null
    ? figure.why
    : figure.doubted ? kata("scripts.explore-doubted", { value: figure.told }) : figure.told;

  const nameOf = (state, member) => state.axis.items[member].name;

  // The period that is spoken of: the one chosen, else the newest in which the thing has a number.
  function periodOf(state, member) {
    if (state.waktu >= 0) return state.waktu;
    const known = state.cube.periods.map((_, period) => period)
      .filter((period) => figureOf(state, member, period).has);
    return known.at(-1) ?? timesOf(state).at(-1) ?? 0;
  }

  function ofChosen(state) {
    const period = periodOf(state, state.pilih);
    const figure = shown(state, state.pilih, period);
    const name = nameOf(state, state.pilih);
    if (state.banding >= 0) {
      const other = shown(state, state.banding, period);
      return capital([
        at(state, period),
        listed([`${name} ${told(figure)}`, `${nameOf(state, state.banding)} ${told(other)}`]),
      ].filter(Boolean).join(", "));
    }
    const subject = [name, at(state, period)].filter(Boolean).join(" ");
    return [`${subject}: ${told(figure)}`, change(state, figure)].filter(Boolean).join(", ");
  }

  // Things of a period that are spoken of: all that are sure, and how many are not.
  function sureOf(state, period) {
    const rows = rowsOf(state).filter((row) => !row.holds);
    const figures = rows.map((row) => ({ row, figure: shown(state, row.index, period) }));
    const sure = figures.filter(({ figure }) => figure.shown !== null && figure.sure);
    return { all: figures, sure, unsure: figures.length - sure.length };
  }

  // The one thing that is largest, of more than a few; not where most of them are unsure.
  function topOf({ all, sure }) {
    if (2 * sure.length < all.length) return undefined;
    const most = Math.max(...sure.map(({ figure }) => figure.shown));
    const top = sure.filter(({ figure }) => figure.shown === most);
    return top.length === 1 && sure.length > FEW ? top[0] : undefined;
  }

  const largest = (state) => ({
    uang: kata("scripts.explore-most-money"),
    tinggi: kata("scripts.explore-highest"),
    banyak: kata("scripts.explore-most"),
  })[mode(state) === "indeks" ? "tinggi" : state.measure.unggulan];

  // What the rows of one period say; '' where no finding holds.
  function ofPeriod(state, period) {
    const found = sureOf(state, period);
    if (found.all.length <= FEW && found.sure.length > 1) {
      const each = found.all.map(({ row, figure }) => `${row.name} ${told(figure)}`);
      return capital([at(state, period), listed(each)].filter(Boolean).join(", "));
    }
    const top = state.measure.unggul[state.menurut] && topOf(found);
    if (!top) return "";
    const said = { name: top.row.name, value: top.figure.told, most: largest(state) };
    const among = found.unsure ? kata("scripts.explore-among", { n: found.sure.length }) : "";
    const first = kata("scripts.explore-top", { most: said.most, name: said.name, value: said.value });
    return capital([at(state, period), among, first].filter(Boolean).join(", "));
  }

  // The thing that is the largest in each year of which everything is sure.
  function leader(state) {
    if (!state.measure.unggul[state.menurut] || mode(state) === "indeks") return undefined;
    const whole = timesOf(state).map((period) => sureOf(state, period)).filter(({ unsure }) => !unsure);
    const tops = whole.map(topOf);
    if (whole.length < 2 || tops.some((top) => !top || top.row !== tops[0].row)) return undefined;
    return { row: tops[0].row, n: whole.length };
  }

  function overTime(state) {
    const found = leader(state);
    if (!found) return "";
    const said = { name: found.row.name, most: largest(state) };
    const rows = rowsOf(state);
    const gaps = found.n < state.cube.periods.filter((_, period) =>
      rows.some((row) => figureOf(state, row.index, period).letter !== ".")).length;
    return gaps
      ? kata("scripts.explore-top-sure", { name: said.name, most: said.most })
      : kata("scripts.explore-top-always", { name: said.name, most: said.most });
  }

  // The heading of what is seen; a plain title where no finding holds.
  function headline(state) {
    if (!rowsOf(state).length) return kata("scripts.explore-nothing");
    const only = state.cube.axes.filter((other, place) => place !== state.menurut && state.tetap[place] && !other.satuan)
      .map((other) => other.items[state.tetap[state.cube.axes.indexOf(other)]].name);
    return only.length ? `${finding(state)} (${only.join(", ")})` : finding(state);
  }

  function finding(state) {
    if (state.pilih || state.banding >= 0) return ofChosen(state);
    const found = state.waktu >= 0 ? ofPeriod(state, state.waktu) : overTime(state);
    if (found) return found;
    const whole = state.waktu < 0 && ancestorOf(state) === 0 && shown(state, 0, periodOf(state, 0));
    if (whole && whole.shown !== null && mode(state) === "nilai" && !state.axis.satuan) return ofChosen(state);
    return [topic(state), state.waktu >= 0 && when(state, state.waktu)].filter(Boolean).join(", ");
  }

  const topic = (state) => state.cube.ukuran.length > 1 ? state.measure.judul : state.cube.judul;

  // What, of whom, in which unit; how many of the figures that are seen are doubtful or missing.
  function definition(state) {
    const { measure, cube, axis, tetap, menurut } = state;
    const unit = cube.axes.reduce((found, other, place) =>
      other.satuan ? (place === menurut ? "" : other.items[tetap[place]].name) : found, measure.satuan);
    const fixed = cube.axes.filter((other, place) => place !== menurut && tetap[place] && !other.satuan)
      .map((other) => `${other.judul}: ${other.items[tetap[cube.axes.indexOf(other)]].name}.`);
    const read = measure.bacaan ? ` (${kata("scripts.explore-unit-read")})` : "";
    const as = {
      bagian: kata("scripts.explore-as-share", { whole: axis.items[ancestorOf(state)].name }),
      indeks: state.dasar >= 0 ? kata("scripts.explore-as-index", { base: cube.periods[state.dasar].name }) : "",
      nilai: unit && kata("scripts.explore-unit", { unit: `${unit}${read}` }),
    }[mode(state)];
    return [measure.uraian || `${topic(state)}.`, ...fixed, as].filter(Boolean).join(" ");
  }

  return { headline, definition, leader, told, change, periodOf, listed, nameOf, when };
})();
