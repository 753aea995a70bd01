// What is seen, as files, loaded with the first of them: rows as a program reads them, pictures with their words in them.
const jelajahUnduh = (() => {
  const { shown, mode, seen } = jelajahNilai;
  const { DRAWN, svg, shape, text, wrapped } = jelajahGambar;
  const FILE = {
    ink: "#141a21", soft: "#4b5665", line: "#d5dbe1", ground: "#ffffff", tint: "#c3d9e8", grey: "#7c8794",
    band: "#f1f3f5", shades: ["#dbeaf3", "#a9cde2", "#6aa7cb", "#2a6f9e", "#0b3f60"],
  };

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  const quoted = (value) => /[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : String(value);

  // One row for each figure, as in the files of the whole dataset: points for decimals, letters for statuses.
  function csv(state) {
    const { cube, axis, measure } = state;
    const { rows, periods } = seen(state);
    const share = { bagian: "bagian_persen", indeks: "indeks" }[mode(state)];
    const coded = axis.items.some((item) => item.code);
    const column = jelajahPilihan.key(axis.tingkat[state.rinci - 1] ?? axis.kunci).replaceAll("-", "_");
    const head = [column, ...(coded ? ["kode_".concat(column)] : []), ...(cube.waktu ? [cube.waktu.kunci] : []),
      measure.kunci, ...(share ? [share] : []), "satuan", "status"];
    const lines = rows.flatMap((row) => periods.map((period) => {
      const figure = shown(state, row.index, period);
      return [row.name, ...(coded ? [row.code] : []), ...(cube.waktu ? [cube.periods[period].key] : []),
        figure.value ?? "", ...(share ? [figure.shown ?? ""] : []), figure.pattern.replace("#", "").trim(),
        figure.letter === "." ? "" : figure.letter];
    }));
    return `${[head, ...lines].map((line) => line.map(quoted).join(",")).join("\n")}\n`;
  }

  const nameOf = (state) => [state.cube.nama, state.lihat, state.axis.items[state.pilih].key, state.waktu >= 0 ? state.cube.periods[state.waktu].key : ""]
    .filter((part) => part && part !== "semua").join("-");

  function png(drawing, name) {
    const picture = new Image();
    picture.onload = () => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 2 * picture.width, height: 2 * picture.height });
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => save(blob, `${name}.png`), "image/png");
    };
    picture.src = "data:image/svg+xml;charset=utf-8,".concat(encodeURIComponent(drawing));
  }


  // A picture by itself: headline, definition, source and address stand in it.
  function file(state, words) {
    const width = 700, inside = width - 32;
    const accent = getComputedStyle(document.documentElement).getPropertyValue("--aksen").trim();
    const paint = { ...FILE, accent };
    const found = DRAWN[state.lihat](state, inside, paint, "b");
    const parts = [];
    let y = 12;
    const write = (said, size, bold, fill = paint.ink) => {
      for (const line of said ? wrapped(said, inside, size, bold) : []) {
        y += size * 1.35;
        parts.push(text(16, y, line, { size, bold, fill }));
      }
    };
    write(words.headline, 20, true);
    write(words.definition, 14, false, paint.soft);
    y += 14;
    parts.push(shape("g", { transform: `translate(16,${Math.round(y)})` }, found.body));
    y += found.height + 6;
    for (const said of words.foot) write(said, 13, false, paint.soft);
    const ground = shape("path", { fill: paint.ground, d: `M0 0h${width}v${Math.ceil(y + 16)}H0z` });
    const body = [ground, ...parts].join("");
    return svg(width, y + 16, `${words.headline}. ${words.definition}`, body);
  }

  return {
    saveCsv: (state) => save(new Blob([csv(state)], { type: "text/csv" }), `${nameOf(state)}.csv`),
    saveSvg: (state, words) => save(new Blob([file(state, words)], { type: "image/svg+xml" }), `${nameOf(state)}.svg`),
    savePng: (state, words) => png(file(state, words), nameOf(state)),
  };
})();
