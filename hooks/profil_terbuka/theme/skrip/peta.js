// Maps: an area that is pointed at, tapped or reached with the arrow keys is told in words, and is
// marked both on the map and among the tiles. The words are the areas' own titles.
(() => {
  const STEP = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  for (const box of document.querySelectorAll(".peta-gambar")) {
    const shapes = new Map();
    for (const title of box.querySelectorAll("title")) {
      const text = title.textContent, area = title.parentNode;
      if (!shapes.has(text)) shapes.set(text, []);
      shapes.get(text).push(area);
      title.remove();
    }
    const texts = [...shapes.keys()];
    const output = document.createElement("output");
    box.append(output);
    box.classList.add("grafik-titik");
    box.tabIndex = 0;
    box.setAttribute("role", "application");
    box.setAttribute("aria-label",
      kata("scripts.map-reading", { n: texts.length }));

    const drawn = (area) => area.querySelector("rect") || area;
    let at = -1;
    function show(next, x, y) {
      if (next !== at) {
        for (const area of shapes.get(texts[at]) || []) drawn(area).classList.remove("sorot");
        for (const area of shapes.get(texts[next]) || []) drawn(area).classList.add("sorot");
        output.textContent = texts[next] || "";
        at = next;
      }
      if (at < 0) return;
      const frame = box.getBoundingClientRect();
      if (x === undefined) {
        const place = shapes.get(texts[at]).at(-1).getBoundingClientRect();
        [x, y] = [place.left + place.width / 2, place.top];
      }
      const left = x - frame.left - output.offsetWidth / 2;
      const top = y - frame.top - output.offsetHeight - 12;
      Object.assign(output.style, {
        bottom: "auto",
        left: `${Math.max(0, Math.min(left, frame.width - output.offsetWidth))}px`,
        top: `${top < 0 ? y - frame.top + 24 : top}px`,
      });
    }
    const point = (event) => {
      const found = texts.findIndex((text) =>
        shapes.get(text).some((area) => area.contains(event.target)));
      show(found, event.clientX, event.clientY);
    };
    box.addEventListener("pointermove", point);
    box.addEventListener("pointerdown", point);
    box.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && show(-1));
    box.addEventListener("blur", () => show(-1));
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") return show(-1);
      const ends = { Home: 0, End: texts.length - 1 }[event.key];
      if (ends === undefined && !(event.key in STEP)) return;
      event.preventDefault();
      const step = at < 0 ? 0 : (at + STEP[event.key] + texts.length) % texts.length;
      show(ends ?? step);
    });
  }
})();
