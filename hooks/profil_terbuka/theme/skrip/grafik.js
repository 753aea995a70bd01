// Figure blocks: their parts become tabs, and the chart is read point by point (pointer, arrow keys).
// The numbers come out of the table in the same block; nothing is sent twice.
(() => {
  const make = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };
  const STEP = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const target = (key, at, count) =>
    key === "Home" ? 0
      : key === "End" ? count - 1
        : key in STEP ? (at + STEP[key] + count) % count : undefined;

  function tabs(figure, picture) {
    const panels = [[kata("scripts.chart"), picture]];
    for (const part of figure.querySelectorAll(":scope > details")) {
      const summary = part.querySelector("summary");
      const panel = make("div");
      panel.append(...[...part.childNodes].filter((node) => node !== summary));
      part.replaceWith(panel);
      panels.push([summary.textContent, panel]);
    }
    const list = make("div", { role: "tablist", class: "tab", "aria-label": kata("scripts.chart-parts") });
    const buttons = panels.map(([name, panel], number) => {
      const id = `${figure.id}-tab-${number}`;
      panel.id = `${id}-isi`;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", id);
      const button = make("button", { type: "button", role: "tab", id, "aria-controls": panel.id }, name);
      button.addEventListener("click", () => choose(number));
      return button;
    });
    function choose(chosen) {
      buttons.forEach((button, number) => {
        button.setAttribute("aria-selected", number === chosen);
        button.tabIndex = number === chosen ? 0 : -1;
        panels[number][1].hidden = number !== chosen;
      });
    }
    list.addEventListener("keydown", (event) => {
      const next = target(event.key, buttons.indexOf(event.target), buttons.length);
      if (next === undefined) return;
      event.preventDefault();
      choose(next);
      buttons[next].focus();
    });
    list.append(...buttons);
    picture.before(list);
    choose(0);
  }

  // Every number of the table as {text, value}, row by row.
  function points(figure, table) {
    const heads = [...table.tHead.rows[0].cells];
    const named = heads.filter((head) => head.classList.contains("angka")).length > 1;
    return [...table.tBodies[0].rows].flatMap((row) =>
      [...row.cells].flatMap((cell, column) => {
        const written = cell.classList.contains("angka") && cell.firstChild.textContent.trim();
        if (!written || !/\d/.test(written)) return [];
        const names = [row.cells[0].textContent.trim()];
        if (named) names.push(heads[column].firstChild.textContent.trim());
        return [{
          text: `${names.join(", ")}: ${written} ${figure.dataset.satuan}`.trim(),
          value: Number(written.replaceAll(kata("scripts.thousands"), "").replace(kata("scripts.decimal"), ".").replace("\u2212", "-")),
          place: [row.sectionRowIndex, column],
        }];
      }));
  }

  // The drawn mark of each point; none where that is not certain. The drawing tells nothing about its
  // marks, so they are trusted only if the lengths of all bars, or the heights of all dots, follow
  // from the values.
  function marks(svg, found) {
    const byColumn = [...found].sort((a, b) => a.place[1] - b.place[1] || a.place[0] - b.place[0]);
    const bars = [...svg.querySelectorAll("g")].map((group) =>
      [...group.children].filter((child) => child.matches("path:not([transform])")));
    const dots = [[...svg.querySelectorAll("path[transform]")]];
    for (const [groups, sides] of [[bars, ["height", "width"]], [dots, ["y", "x"]]]) {
      for (const shapes of groups.filter(({ length }) => length > 1 && length === found.length)) {
        const boxes = shapes.map((shape) =>
          groups === bars ? shape.getBBox() : shape.getBoundingClientRect());
        for (const order of [found, byColumn]) {
          const values = order.map(({ value }) => groups === bars ? Math.abs(value) : value);
          const least = groups === bars ? 0 : Math.min(...values), most = Math.max(...values);
          const low = values.indexOf(least), top = values.indexOf(most);
          for (const side of sides) {
            const base = groups === bars ? 0 : boxes[low][side];
            const scale = (boxes[top][side] - base) / (most - least);
            if (scale && boxes.every((box, i) => Math.abs(base + scale * (values[i] - least) - box[side]) < 1.5)) {
              return new Map(order.map((point, i) => [point, shapes[i]]));
            }
          }
        }
      }
    }
    return new Map();
  }

  function reading(figure, picture) {
    const table = figure.querySelector("table");
    const drawing = picture.querySelector(".grafik-gambar");
    const drawings = drawing ? [...drawing.querySelectorAll("svg")] : [];
    if (!drawings.length || !table?.querySelector("td.angka")) return;
    let found = []; // read when somebody wants to know
    const box = make("div", {
      class: "grafik-titik", tabindex: 0, role: "application",
      "aria-label": kata("scripts.chart-reading"),
    });
    const output = make("output");
    drawing.before(box);
    box.append(drawing, output);

    const known = new Map();
    const shapes = () => {
      const svg = drawings.find((one) => one.getClientRects().length) || drawings[0];
      if (!known.has(svg)) known.set(svg, marks(svg, found));
      return known.get(svg);
    };
    const read = () => {
      if (!found.length) found = points(figure, table);
    };
    box.addEventListener("focus", read);
    box.addEventListener("pointerenter", read);
    let at = -1;
    function show(next) {
      shapes().get(found[at])?.classList.remove("sorot");
      at = next;
      const point = found[at];
      output.textContent = point ? point.text : "";
      const shape = point && shapes().get(point);
      output.removeAttribute("style");
      if (!shape) return;
      shape.classList.add("sorot");
      const mark = shape.getBoundingClientRect(), frame = box.getBoundingClientRect();
      const left = mark.left + mark.width / 2 - frame.left - output.offsetWidth / 2;
      const above = mark.top - frame.top - output.offsetHeight - 6;
      Object.assign(output.style, {
        bottom: "auto",
        left: `${Math.max(0, Math.min(left, frame.width - output.offsetWidth))}px`,
        top: `${above < 0 ? mark.bottom - frame.top + 6 : above}px`,
      });
    }
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") show(-1);
      const next = at < 0 && STEP[event.key] ? 0 : target(event.key, at, found.length);
      if (next === undefined) return;
      event.preventDefault();
      show(next);
    });
    box.addEventListener("blur", () => show(-1));
    box.addEventListener("pointerleave", () => show(-1));
    box.addEventListener("pointermove", ({ clientX: x, clientY: y }) => {
      let nearest = -1, distance = 20;
      for (const [point, shape] of shapes()) {
        const { left, right, top, bottom } = shape.getBoundingClientRect();
        const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
        if (away < distance) [nearest, distance] = [found.indexOf(point), away];
      }
      if (nearest !== at) show(nearest);
    });
  }

  bertahap(document.querySelectorAll("figure.grafik"), (figure) => {
    const picture = figure.querySelector(":scope > .grafik-isi");
    if (!picture) return;
    reading(figure, picture);
    tabs(figure, picture);
  });
})();
