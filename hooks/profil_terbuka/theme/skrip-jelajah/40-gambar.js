// The pictures, drawn for the width that there is: text keeps its size. `paint` are the colours of a
// page (variables, which follow its look) or of a file (skrip-jelajah-unduh).
const jelajahGambar = (() => {
  const { number } = jelajahData;
  const { rowsOf, figureOf, ancestorOf } = jelajahPilihan;
  const { shown, sorted, mode } = jelajahNilai;
  const { leader, when } = jelajahKalimat;
  const SIZE = 14, SMALL = 13, MOST_BARS = 60, MOST_NAMED = 8;
  const PAGE = {
    ink: "var(--j-tinta)", soft: "var(--j-tinta2)", line: "var(--j-garis)", ground: "var(--j-dasar)",
    accent: "var(--j-aksen)", tint: "var(--j-rona)", grey: "var(--j-pudar)", band: "var(--j-latar)",
    shades: ["var(--j-p1)", "var(--j-p2)", "var(--j-p3)", "var(--j-p4)", "var(--j-p5)"],
  };
  const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);
  // An element as text; attributes without a value are left out.
  const shape = (tag, attributes, ...inside) => {
    const told = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== false)
      .map(([name, value]) => ` ${name}="${escaped(value)}"`);
    return `<${tag}${told.join("")}>${inside.join("")}</${tag}>`;
  };
  const named = (words) => shape("title", {}, escaped(words));
  const pen = document.createElement("canvas").getContext("2d");
  const FONT = getComputedStyle(document.body).fontFamily;
  function widthOf(text, size = SIZE, bold = false) {
    pen.font = `${bold ? 700 : 400} ${size}px ${FONT}`;
    return pen.measureText(text).width;
  }
  function cut(text, room, size = SIZE, bold = false) {
    if (widthOf(text, size, bold) <= room) return text;
    let end = text.length;
    while (end > 1 && widthOf(`${text.slice(0, end)}\u2026`, size, bold) > room) end -= 1;
    return `${text.slice(0, end).trimEnd()}\u2026`;
  }
  function wrapped(text, room, size = SIZE, bold = false) {
    const lines = [""];
    for (const word of text.split(" ")) {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (lines.at(-1) && widthOf(longer, size, bold) > room) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines.map((line) => cut(line, room, size, bold));
  }
  const round = (value) => Math.round(value * 10) / 10;
  const text = (x, y, said, { size = SIZE, fill, anchor = "start", bold, halo } = {}) =>
    shape("text", {
      x: round(x), y: round(y), "font-size": size, fill, "text-anchor": anchor, "font-weight": bold ? 700 : undefined,
      ...(halo && { stroke: halo, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" }),
    }, escaped(said));

  // Amounts of money are written in millions or billions beside the marks, and the unit says so.
  function scaleOf(state, values) {
    const largest = Math.max(0, ...values.map(Math.abs));
    if (mode(state) !== "nilai") return { say: (v) => number(v, 1), word: "" };
    const found = [[1e9, kata("scripts.explore-billion")], [1e6, kata("scripts.explore-million")]]
      .find(([factor]) => state.measure.uang && largest >= factor);
    return found ? { say: (v) => number(v / found[0], 1), word: found[1] } : { say: (v) => number(v), word: "" };
  }

  function ticksOf(low, high) {
    const rough = (high - low) / 4 || 1;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map((n) => n * power).find((one) => one >= rough);
    const first = Math.floor(low / step), last = Math.ceil(high / step);
    return Array.from({ length: last - first + 1 }, (_, place) => Number(((first + place) * step).toPrecision(12)));
  }

  // Doubtful figures are hatched: in the ink of what they are, on the ground.
  const hatch = (id, ink, paint) =>
    shape("pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      shape("rect", { width: 6, height: 6, fill: paint.ground }), shape("rect", { width: 2.4, height: 6, fill: ink }));

  // Where all that is seen has no number, the place says why.
  function gaps(state, rows, periods) {
    const watched = state.pilih && rows.some((row) => row.index === state.pilih)
      ? rows.filter((row) => row.index === state.pilih) : rows;
    return periods.flatMap((period) => {
      const figures = watched.map((row) => shown(state, row.index, period));
      if (figures.some((figure) => figure.shown !== null)) return [];
      const whys = figures.map((figure) => figure.letter === "." || figure.has ? "" : figure.why).filter(Boolean);
      return whys.length ? [{ period, why: whys[0] }] : [];
    });
  }

  function lines(state, width, paint, id) {
    const rows = [...rowsOf(state)];
    const others = [state.pilih && state.axis.items[state.pilih].level <= state.rinci ? state.pilih : 0, state.banding];
    for (const member of others) {
      if (member > 0 && !rows.some((row) => row.index === member) && member !== ancestorOf(state)) rows.push(state.axis.items[member]);
    }
    if (state.banding === 0 && state.rinci) rows.push(state.axis.items[0]);
    const all = state.cube.periods.map((_, period) => period);
    const series = rows.map((row) => ({ row, figures: all.map((period) => shown(state, row.index, period)) }))
      .filter(({ figures }) => figures.some((figure) => figure.shown !== null));
    const values = series.flatMap(({ figures }) => figures.map((figure) => figure.shown).filter((v) => v !== null));
    if (!values.length) return nothing(width, paint);
    const ticks = ticksOf(Math.min(0, ...values), Math.max(0, ...values));
    const scale = scaleOf(state, values);
    const chosen = state.pilih || state.banding >= 0;
    const leading = chosen ? undefined : leader(state)?.row;
    const plain = !chosen && !leading;
    const kind = ({ row }) => row.index === state.banding ? "banding"
      : (chosen && row.index === state.pilih) || row === leading || series.length === 1 ? "pilih" : "lain";
    const last = (one) => one.figures.findLast((figure) => figure.shown !== null);
    const value = (figure) => `${scale.say(figure.shown)}${mode(state) === "bagian" ? "\u00a0%" : ""}${figure.doubted ? "*" : ""}`;
    const labelled = series.filter((one) => kind(one) !== "lain" || (!chosen && series.length <= MOST_NAMED));
    const most = Math.min(width * 0.42, 230);
    const labels = labelled.map((one) => {
      const bold = kind(one) !== "lain";
      const whole = `${one.row.name} ${value(last(one))}`;
      const two = widthOf(whole, SIZE, bold) > most;
      return { one, bold, lines: two ? [cut(one.row.name, most, SIZE, bold), value(last(one))] : [whole] };
    });
    const right = Math.max(40, ...labels.flatMap(({ bold, lines: own }) => own.map((line) => widthOf(line, SIZE, bold)))) + 14;
    const tickRoom = Math.max(...ticks.map((tick) => widthOf(scale.say(tick), SMALL))) + 8;
    const left = tickRoom + 10, top = 16, plot = Math.max(200, Math.min(300, width * 0.55));
    const height = top + plot + 30;
    const x = (period) => all.length < 2 ? left : left + 8 + (width - left - 8 - right) * period / (all.length - 1);
    const y = (v) => top + plot * (ticks.at(-1) - v) / (ticks.at(-1) - ticks[0]);
    const parts = [];
    const half = all.length > 1 ? (x(1) - x(0)) / 2 : 20;
    for (const { period, why } of gaps(state, rows, all)) {
      const wide = Math.min(half, 40);
      parts.push(shape("rect", { x: round(x(period) - wide), y: top, width: round(2 * wide), height: plot, fill: paint.band }));
      const said = wrapped(why, Math.max(60, 2 * half - 4), SMALL);
      const crowded = labelled.some((one) => last(one).period < period && y(last(one).shown) < top + 60);
      const from = crowded ? top + plot - 8 - 16 * (said.length - 1) : top + 16;
      said.forEach((line, place) =>
        parts.push(text(x(period), from + 16 * place, line, { size: SMALL, fill: paint.soft, anchor: "middle" })));
    }
    for (const tick of ticks) {
      parts.push(shape("path", { d: `M${left} ${round(y(tick))}H${round(width - right + 6)}`, stroke: tick ? paint.line : paint.soft, fill: "none" }));
      parts.push(text(tickRoom, y(tick) + 4.5, scale.say(tick), { size: SMALL, fill: paint.soft, anchor: "end" }));
    }
    const names = all.map((period) => state.cube.periods[period].short);
    const stride = Math.ceil(Math.max(...names.map((name) => widthOf(name, SMALL) + 10)) / Math.max(2 * half, 1));
    all.filter((period) => (all.length - 1 - period) % stride === 0).forEach((period) =>
      parts.push(text(x(period), top + plot + 20, names[period], { size: SMALL, fill: paint.soft, anchor: "middle" })));
    const order = ["lain", "banding", "pilih"];
    for (const one of [...series].sort((a, b) => order.indexOf(kind(a)) - order.indexOf(kind(b)))) {
      const own = kind(one);
      const ink = own === "pilih" ? paint.accent : plain ? paint.soft : paint.grey;
      let path = "", before;
      for (const figure of one.figures) {
        const here = figure.shown !== null;
        const joined = here && before && before.period === figure.period - 1 && before.stretch === figure.stretch;
        if (here) path += `${joined ? "L" : "M"}${round(x(figure.period))} ${round(y(figure.shown))}`;
        before = here ? figure : undefined;
      }
      const stroke = { pilih: 3, banding: 2.5, lain: plain && series.length <= MOST_NAMED ? 2 : 1.25 }[own];
      parts.push(shape("path", {
        class: `j-${own}`, d: path, fill: "none", stroke: ink, "stroke-width": stroke,
        "stroke-dasharray": own === "banding" ? "7 4" : undefined, "stroke-linejoin": "round",
      }));
      for (const figure of one.figures) {
        if (figure.shown === null) continue;
        const size = own === "lain" ? (plain ? 3 : 2) : 4;
        const doubt = figure.doubted ? ` (${figure.why})` : "";
        const title = named(`${one.row.name}, ${when(state, figure.period)}: ${figure.told}${doubt}`);
        const place = { cx: round(x(figure.period)), cy: round(y(figure.shown)) };
        parts.push(figure.doubted
          ? shape("circle", { class: "j-ragu", ...place, r: size + 1, fill: paint.ground, stroke: ink, "stroke-width": 1.75 }, title)
          : shape("circle", { ...place, r: size, fill: ink }, title));
      }
    }
    let floor = -Infinity;
    const placed = labels.map((label) => ({ ...label, y: y(last(label.one).shown) })).sort((a, b) => a.y - b.y);
    const tall = (label) => 17 * label.lines.length;
    for (const label of placed) {
      label.y = Math.max(label.y, floor + tall(label) / 2);
      floor = label.y + tall(label) / 2;
    }
    let roof = height - 26;
    for (const label of [...placed].reverse()) {
      label.y = Math.min(label.y, roof - tall(label) / 2);
      roof = label.y - tall(label) / 2;
    }
    for (const label of placed) {
      label.lines.forEach((line, place) => parts.push(text(
        Math.min(x(last(label.one).period) + 10, width - right + 10), label.y + 5 + 17 * (place - (label.lines.length - 1) / 2), line,
        { fill: kind(label.one) === "pilih" ? paint.accent : paint.ink, bold: label.bold, halo: paint.ground },
      )));
    }
    return { body: parts.join(""), height, word: scale.word, doubt: values.length && series.some(({ figures }) => figures.some((f) => f.shown !== null && f.doubted)) };
  }

  const nothing = (width, paint) => ({
    body: text(0, 24, kata("scripts.explore-no-figure"), { fill: paint.soft }), height: 36, word: "", doubt: false,
  });

  function bars(state, width, paint, id, rows = sorted(state, rowsOf(state), state.waktu), period = Math.max(state.waktu, 0)) {
    const extra = state.banding >= 0 && !rows.some((row) => row.index === state.banding) ? [state.axis.items[state.banding]] : [];
    const list = [...rows.slice(0, MOST_BARS), ...extra];
    const figures = list.map((row) => shown(state, row.index, period));
    const values = figures.map((figure) => figure.shown).filter((v) => v !== null);
    if (!list.length) return nothing(width, paint);
    const scale = scaleOf(state, values);
    const unit = mode(state) === "bagian" ? "\u00a0%" : "";
    const labels = figures.map((figure) => figure.shown === null ? `\u2013 ${figure.why}` : `${scale.say(figure.shown)}${unit}${figure.doubted ? "*" : ""}`);
    const names = list.map((row) => row.name);
    const room = Math.max(...names.map((name) => widthOf(name)));
    const beside = width >= 480 && room <= width * 0.4;
    const left = beside ? room + 12 : 0;
    const right = Math.max(0, ...labels.filter((_, place) => figures[place].shown !== null).map((label) => widthOf(label, SIZE, true))) + 10;
    const low = Math.min(0, ...values), high = Math.max(0, ...values);
    const signed = low < 0;
    const before = signed ? right : 0;
    const x = (v) => left + before + (width - left - right - before) * (high === low ? 0 : (v - low) / (high - low));
    const above = beside ? 0 : 18, step = 28 + above;
    const parts = [hatch(`${id}-a`, paint.accent, paint), hatch(`${id}-g`, paint.grey, paint)];
    const headed = state.pilih || state.banding >= 0;
    list.forEach((row, place) => {
      const figure = figures[place], y = place * step + above;
      const own = row.index === state.banding ? "banding" : !headed || row.index === state.pilih ? "pilih" : "lain";
      const said = cut(row.name, beside ? left : width, SIZE, false);
      parts.push(beside ? text(left - 10, y + 17, said, { fill: paint.ink, anchor: "end", bold: headed && own !== "lain" })
        : text(0, y - 2, said, { fill: paint.ink, bold: headed && own !== "lain" }));
      if (figure.shown === null) {
        parts.push(text(x(0), y + 17, labels[place], { size: SMALL, fill: paint.soft }));
        return;
      }
      const ink = own === "lain" ? paint.grey : own === "banding" ? paint.grey : paint.accent;
      const fill = figure.doubted ? `url(#${id}-${own === "pilih" ? "a" : "g"})` : own === "lain" ? paint.tint : ink;
      const from = Math.min(x(0), x(figure.shown)), wide = Math.abs(x(figure.shown) - x(0));
      parts.push(shape("rect", {
        class: figure.doubted ? `j-${own} j-ragu` : `j-${own}`, x: round(from), y: y + 3, width: round(Math.max(wide, 1)),
        height: 18, fill, stroke: ink, "stroke-dasharray": own === "banding" ? "4 3" : undefined,
      }, named(`${row.name}: ${figure.told}`)));
      parts.push(text(figure.shown < 0 ? from - 6 : from + wide + 6, y + 17, labels[place],
        { fill: own === "pilih" && headed ? paint.accent : paint.ink, bold: own === "pilih", anchor: figure.shown < 0 ? "end" : "start" }));
    });
    if (signed) parts.push(shape("path", { d: `M${round(x(0))} 0V${list.length * step}`, stroke: paint.soft, fill: "none" }));
    return {
      body: parts.join(""), height: list.length * step + 4, word: scale.word,
      doubt: figures.some((figure) => figure.shown !== null && figure.doubted),
      rest: rows.length > MOST_BARS ? rows.length - MOST_BARS : 0,
    };
  }

  // Maps are drawn by a script of their own (skrip-jelajah-peta), which comes with their shapes.
  const DRAWN = { garis: lines, batang: bars, peta: (state, width, paint) => nothing(width, paint) };
  const svg = (width, height, label, body) =>
    shape("svg", {
      xmlns: "http://www.w3.org/2000/svg", role: "img", "aria-label": label, width, height: Math.ceil(height),
      viewBox: [0, 0, width, Math.ceil(height)].join(" "), "font-family": FONT,
    }, body);

  const page = (state, width, id) => DRAWN[state.lihat](state, width, PAGE, id);
  return { DRAWN, PAGE, page, bars, svg, shape, named, text, wrapped, widthOf, hatch, nothing, SMALL };
})();
