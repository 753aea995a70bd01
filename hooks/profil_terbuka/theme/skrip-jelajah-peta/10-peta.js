// The explorer's maps: areas by class, doubtful ones dotted, those without a number hatched. Shapes
// come from a drawing that all maps of an agency share.
const jelajahPeta = (drawing) => {
  const { shape, named, text, widthOf, hatch, nothing, SMALL } = jelajahGambar;
  const { rowsOf, figureOf } = jelajahPilihan;
  const [, , lebar, tinggi] = drawing.getAttribute("viewBox").split(" ").map(Number);
  const shapes = {
    lebar, tinggi,
    wilayah: [...drawing.querySelectorAll("[id]")].map((area) => [area.id, area.getAttribute("d")]),
    garis: drawing.lastElementChild.getAttribute("d"),
  };

  return (state, width, paint, id) => {
    const rows = rowsOf(state);
    const classes = state.measure.kelas[`${state.menurut}:${state.rinci}`]?.[
      state.cube.at(jelajahPilihan.coordsOf(state, 0), state.waktu)];
    if (!classes) return nothing(width, paint);
    const shade = (place) => paint.shades[classes.length === 1 ? 4 : Math.round(place * 4 / (classes.length - 1))];
    const known = new Map(rows.map((row) => [row.code, { row, figure: figureOf(state, row.index, state.waktu) }]));
    const drawn = Math.min(width, 560), factor = drawn / shapes.lebar;
    const dot = { cx: 3, cy: 3 };
    const dotted = shape("pattern", { id: `${id}-d`, width: 7, height: 7, patternUnits: "userSpaceOnUse" },
      shape("circle", { ...dot, r: 1.5, fill: paint.ground }), shape("circle", { ...dot, r: 0.9, fill: paint.ink }));
    const parts = [hatch(`${id}-k`, paint.soft, paint) + dotted];
    const doubtful = [...known.values()].some(({ figure }) => figure.doubted);
    const legend = [...classes.map(([, said], place) => [shade(place), said]), [`url(#${id}-k)`, kata("scripts.explore-no-figure-short")], ...(doubtful ? [[`url(#${id}-d)`, state.cube.status.u]] : [])];
    let lx = 0, ly = 0;
    for (const [fill, said] of legend) {
      const room = widthOf(said, SMALL) + 34;
      if (lx && lx + room > width) [lx, ly] = [0, ly + 24];
      parts.push(shape("rect", { x: lx + 0.5, y: ly + 1.5, width: 15, height: 15, fill, stroke: paint.soft }));
      parts.push(text(lx + 22, ly + 14, said, { size: SMALL, fill: paint.ink }));
      lx += room;
    }
    const top = ly + 34;
    const areas = [], above = [];
    for (const [code, path] of shapes.wilayah) {
      const found = known.get(code);
      if (!found || !path) continue;
      const { row, figure } = found;
      const place = figure.has ? classes.findLastIndex(([from]) => figure.value >= from) : -1;
      const said = figure.has ? `${figure.text}${figure.doubted ? ` (${figure.why})` : ""}` : figure.why;
      const own = row.index === state.pilih ? "pilih" : row.index === state.banding ? "banding" : "lain";
      const edge = {
        pilih: { stroke: paint.ink, "stroke-width": 3 / factor },
        banding: { stroke: paint.ink, "stroke-width": 2 / factor, "stroke-dasharray": [5 / factor, 3 / factor] },
      }[own];
      const fill = place < 0 ? `url(#${id}-k)` : shade(place);
      (own === "lain" ? areas : above).push(shape("path", { class: `j-${own}`, d: path, fill, ...edge }, named(`${row.name}: ${said}`)));
      if (figure.doubted) above.push(shape("path", { class: "j-ragu", d: path, fill: `url(#${id}-d)`, stroke: "none", "pointer-events": "none" }));
    }
    const lines = { d: shapes.garis, fill: "none" };
    parts.push(shape("g", {
      transform: `translate(0,${top}),scale(${factor.toFixed(3)})`, stroke: paint.soft, "stroke-width": 0.8 / factor, "stroke-linejoin": "round",
    }, ...areas, shape("path", { ...lines, stroke: paint.ground, "stroke-width": 3 / factor }),
    shape("path", { ...lines, stroke: paint.ink, "stroke-width": 1.2 / factor }), ...above));
    return { body: parts.join(""), height: top + shapes.tinggi * factor + 4, word: "", doubt: false };
  };
};
