// The explorer's maps: areas by class, doubtful ones dotted, those without a number hatched. Shapes
// come from a drawing that all maps of an agency share.
const jelajahPeta = (drawing) => {
  const { text, widthOf, hatch, escaped, nothing, SMALL } = jelajahGambar;
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
    const dotted = `<pattern id="${id}-d" width="7" height="7" patternUnits="userSpaceOnUse">`
      + `<circle cx="3" cy="3" r="1.5" fill="${paint.ground}"/><circle cx="3" cy="3" r="0.9" fill="${paint.ink}"/></pattern>`;
    const parts = [hatch(`${id}-k`, paint.soft, paint) + dotted];
    const doubtful = [...known.values()].some(({ figure }) => figure.doubted);
    const legend = [...classes.map(([, said], place) => [shade(place), said]), [`url(#${id}-k)`, kata("scripts.explore-no-figure-short")], ...(doubtful ? [[`url(#${id}-d)`, state.cube.status.u]] : [])];
    let lx = 0, ly = 0;
    for (const [fill, said] of legend) {
      const room = widthOf(said, SMALL) + 34;
      if (lx && lx + room > width) [lx, ly] = [0, ly + 24];
      parts.push(`<rect x="${lx + 0.5}" y="${ly + 1.5}" width="15" height="15" fill="${fill}" stroke="${paint.soft}"/>`);
      parts.push(text(lx + 22, ly + 14, said, { size: SMALL, fill: paint.ink }));
      lx += room;
    }
    const top = ly + 34;
    const dots = [];
    for (const [code, path] of shapes.wilayah) {
      const found = known.get(code);
      if (!found || !path) continue;
      const { row, figure } = found;
      const place = figure.has ? classes.findLastIndex(([from]) => figure.value >= from) : -1;
      const said = figure.has ? `${figure.text}${figure.doubted ? ` (${figure.why})` : ""}` : figure.why;
      const own = row.index === state.pilih ? "pilih" : row.index === state.banding ? "banding" : "lain";
      const edge = own === "pilih" ? `stroke="${paint.ink}" stroke-width="${3 / factor}"` : own === "banding" ? `stroke="${paint.ink}" stroke-width="${2 / factor}" stroke-dasharray="${5 / factor} ${3 / factor}"` : "";
      const shape = `<path class="j-${own}" d="${path}" fill="${place < 0 ? `url(#${id}-k)` : shade(place)}" ${edge}><title>${escaped(`${row.name}: ${said}`)}</title></path>`;
      if (own === "lain") parts.push(shape);
      else dots.push(shape);
      if (figure.doubted) dots.push(`<path class="j-ragu" d="${path}" fill="url(#${id}-d)" stroke="none" pointer-events="none"/>`);
    }
    const areas = parts.splice(legend.length * 2 + 1);
    parts.push(`<g transform="translate(0 ${top}) scale(${factor.toFixed(3)})" stroke="${paint.soft}" stroke-width="${0.8 / factor}" stroke-linejoin="round">${areas.join("")}`
      + `<path d="${shapes.garis}" fill="none" stroke="${paint.ground}" stroke-width="${3 / factor}"/><path d="${shapes.garis}" fill="none" stroke="${paint.ink}" stroke-width="${1.2 / factor}"/>${dots.join("")}</g>`);
    return { body: parts.join(""), height: top + shapes.tinggi * factor + 4, word: "", doubt: false };
  };
};
