// A table as it is explored. What may be said of a figure was decided when the site was made: here
// it is only looked up.
const jelajahData = (() => {
  const locale = kata("scripts.locale");
  const number = (value, digits = 12) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value).replace("-", "\u2212");

  // `axes` with at least one, so that a single series is nothing special.
  function cube(table, status) {
    const axes = table.sumbu.length ? table.sumbu : [{
      kunci: "semua", judul: table.judul, tingkat: [], peta: [false], satuan: false,
      butir: [["semua", table.judul, 0, -1, "", false]],
    }];
    for (const axis of axes) {
      axis.items = axis.butir.map(([key, name, level, parent, code, holds], index) =>
        ({ key, name, level, parent, code, holds, index }));
    }
    const periods = table.waktu?.nilai.map(([key, name, short]) => ({ key, name, short }))
      ?? [{ key: "", name: "", short: "" }];
    const at = (coords, period) =>
      coords.reduce((place, member, axis) => place * axes[axis].items.length + member, 0)
        * periods.length + period;

    function figure(measure, coords, period) {
      const place = at(coords, period);
      const letter = measure.status[place];
      const unit = axes.findIndex((axis) => axis.satuan);
      const pattern = unit < 0 ? measure.pola : `# ${axes[unit].items[coords[unit]].name}`;
      const value = measure.nilai[place];
      return {
        place, value, letter, period, coords, pattern,
        has: value !== null,
        sure: value !== null && letter !== "u",
        doubted: value !== null && letter === "u",
        origin: measure.asal[place],
        stretch: measure.ruas[place],
        change: measure.ubah[place],
        text: measure.teks?.[place] ?? (value === null ? "" : pattern.replace("#", number(value))),
        why: letter === "." ? kata("scripts.explore-no-row") : status[letter],
      };
    }
    return { ...table, status, axes, periods, at, figure };
  }

  const within = (axis, ancestor, level) => axis.items.filter((item) => {
    let up = item;
    while (up.level > axis.items[ancestor].level) up = axis.items[up.parent];
    return item.level === level && up.index === ancestor;
  });

  return { cube, within, number, locale };
})();
