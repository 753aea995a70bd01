// What is seen, as files: rows as a program reads them, pictures with their words in them.
const jelajahUnduh = (() => {
  const { rowsOf, figureOf } = jelajahPilihan;
  const { shown, mode, sorted } = jelajahNilai;

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  // The things and periods that are seen, in their order.
  function seen(state) {
    const rows = sorted(state, rowsOf(state), state.waktu >= 0 ? state.waktu : jelajahPilihan.timesOf(state).at(-1) ?? 0);
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

  const quoted = (value) => /[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : String(value);

  // One row for each figure, as in the files of the whole dataset: points for decimals, letters for statuses.
  function csv(state) {
    const { cube, axis, measure } = state;
    const { rows, periods } = seen(state);
    const share = { bagian: "bagian_persen", indeks: "indeks" }[mode(state)];
    const coded = axis.items.some((item) => item.code);
    const column = axis.kunci.replaceAll("-", "_");
    const head = [column, ...(coded ? [`kode_${column}`] : []), ...(cube.waktu ? [cube.waktu.kunci] : []),
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

  function png(svg, name) {
    const picture = new Image();
    picture.onload = () => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 2 * picture.width, height: 2 * picture.height });
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => save(blob, `${name}.png`), "image/png");
    };
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  }

  return {
    seen, csv, png,
    saveCsv: (state) => save(new Blob([csv(state)], { type: "text/csv" }), `${nameOf(state)}.csv`),
    saveSvg: (state, svg) => save(new Blob([svg], { type: "image/svg+xml" }), `${nameOf(state)}.svg`),
    savePng: (state, svg) => png(svg, nameOf(state)),
  };
})();
