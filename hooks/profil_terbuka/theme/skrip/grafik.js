// Figure blocks: their parts become tabs, and the chart is read point by point (pointer, arrow keys).
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

  // What is said of each point stands in `data-baca`, by the key that its mark carries as well.
  function reading(picture) {
    const drawing = picture.querySelector("[data-baca]");
    if (!drawing) return;
    const drawings = [...drawing.querySelectorAll("svg")];
    const points = Object.entries(JSON.parse(drawing.dataset.baca));
    const box = make("div", {
      class: "grafik-titik", tabindex: 0, role: "application",
      "aria-label": kata("scripts.chart-reading"),
    });
    const output = make("output");
    drawing.before(box);
    box.append(drawing, output);

    const known = new Map(); // the marks of a drawing by their key: read when somebody wants to know
    const marks = () => {
      const svg = drawings.find((one) => one.getClientRects().length) || drawings[0];
      if (!known.has(svg)) {
        known.set(svg, new Map([...svg.querySelectorAll("[data-titik]")]
          .map((mark) => [mark.dataset.titik, mark])));
      }
      return known.get(svg);
    };
    let at = -1;
    function show(next) {
      marks().get(points[at]?.[0])?.classList.remove("sorot");
      at = next;
      const [key, said] = points[at] || [undefined, ""];
      output.textContent = said;
      const shape = marks().get(key);
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
      const next = at < 0 && STEP[event.key] ? 0 : target(event.key, at, points.length);
      if (next === undefined) return;
      event.preventDefault();
      show(next);
    });
    box.addEventListener("blur", () => show(-1));
    box.addEventListener("pointerleave", () => show(-1));
    box.addEventListener("pointermove", ({ clientX: x, clientY: y }) => {
      let nearest = -1, distance = 20;
      for (const [key, shape] of marks()) {
        const { left, right, top, bottom } = shape.getBoundingClientRect();
        const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
        if (away < distance) [nearest, distance] = [points.findIndex(([own]) => own === key), away];
      }
      if (nearest !== at) show(nearest);
    });
  }

  bertahap(document.querySelectorAll("figure.grafik"), (figure) => {
    const picture = figure.querySelector(":scope > .grafik-isi");
    if (!picture) return;
    reading(picture);
    tabs(figure, picture);
  });
})();
