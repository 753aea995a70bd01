// The day a period ends, for a day the reader chooses; workdays.py counts in the same way.
(() => {
  for (const all of document.querySelectorAll(".hitung-semua")) {
    const { libur, tahun } = all.dataset;
    const words = new Intl.DateTimeFormat(kata("scripts.locale"), { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    all.addEventListener("input", ({ target }) => {
      for (const output of target.closest(".hitung").querySelectorAll("output")) {
        const day = new Date(target.valueAsNumber), years = new Set();
        let left = +output.dataset.hari;
        for (let first = true; left && target.value && target.validity.valid; first = false) {
          if (!first) day.setUTCDate(day.getUTCDate() + 1);
          const iso = day.toISOString();
          if (!tahun.includes(iso.slice(0, 4))) years.add(iso.slice(0, 4));
          if (!first && day.getUTCDay() % 6 && !libur.includes(iso.slice(0, 10))) left--;
        }
        const doubt = years.size ? kata("scripts.or-later", { years: [...years].join(", ") }) : "";
        output.textContent = left ? "–" : words.format(day) + doubt;
      }
    });
    all.hidden = false;
  }
})();
