"use strict";
// What the live figures share: numbers, seeded noise, drawings in SVG, controls. Nothing moves by
// itself. A figure stands in for the still picture of an element [data-live=NAME] once it is built.
const Live = (() => {
  let count = 0;

  // Uniform numbers in [0, 1) from a seed of 32 bits (mulberry32, in the public domain).
  function mulberry32(seed) {
    return () => {
      seed = (seed + 0x6d2b79f5) | 0;
      let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  }

  const norm = (p) => Math.hypot(...p);

  // Eigenvalues, rising, and unit eigenvectors of the symmetric matrix [a, b, b, c].
  function eigen([a, b, , c]) {
    if (b === 0) {
      const axes = [
        [a, [1, 0]],
        [c, [0, 1]],
      ].sort(([u], [v]) => u - v);
      return { values: axes.map(([value]) => value), vectors: axes.map(([, vector]) => vector) };
    }
    const [mean, radius] = [(a + c) / 2, Math.hypot((a - c) / 2, b)];
    const angle = Math.atan2(2 * b, a - c) / 2; // of the greater one
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return {
      values: [mean - radius, mean + radius],
      vectors: [
        [-sin, cos],
        [cos, sin],
      ],
    };
  }

  const power = (e) => `10${String(e).replace(/./g, (c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c]))}`;

  // A number as text: significant digits, a real minus sign, powers of ten as they are printed. Of a
  // run that diverged beyond all numbers nothing is left but ∞, or ∞ − ∞.
  function text(value, digits = 5) {
    if (!Number.isFinite(value)) return "too large for a number";
    const short = Number(value.toPrecision(digits));
    const size = Math.abs(short);
    if (short === 0 || (size >= 1e-4 && size < 1e6)) return String(short).replace("-", "−");
    const [head, exponent] = short.toExponential().split("e");
    return `${head.replace("-", "−")} × ${power(Number(exponent))}`;
  }
  const point = (p, digits) =>
    p.every(Number.isFinite) ? `(${p.map((c) => text(c, digits)).join(", ")})` : "too far for numbers";

  function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  function svg(parent, tag, attributes = {}, content = "") {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.textContent = content;
    parent.append(made);
    return made;
  }

  // An area that takes keys and holds a drawing; keys: name of a key → what it does.
  function drawing(parent, { width, height, words, hint, keys = {} }) {
    const hold = element("div", { class: "live-draw" });
    if (hint) {
      for (const [name, value] of [
        ["tabindex", 0],
        ["role", "application"],
        ["aria-label", hint],
      ]) {
        hold.setAttribute(name, value);
      }
      hold.addEventListener("keydown", (event) => {
        if (!(event.key in keys) || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        keys[event.key](event.shiftKey);
      });
    }
    parent.append(hold);
    const root = svg(hold, "svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": words });
    return { root, hold, describe: (now) => root.setAttribute("aria-label", `${words} ${now}`) };
  }

  function ticks(low, high, wanted = 5) {
    const raw = (high - low) / wanted;
    const unit = 10 ** Math.floor(Math.log10(raw));
    const step = unit * [1, 2, 5, 10].find((m) => m * unit >= raw * 0.99);
    const first = Math.ceil(low / step - 1e-9);
    return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, i) =>
      Number(((first + i) * step).toPrecision(12)),
    );
  }

  // Axes in a drawing: places of numbers, a layer that is cut off at the frame, and one that is not.
  function axes(root, { width, height, x, y, names, log = false }) {
    const [left, right, top, bottom] = [log ? 68 : 56, 12, 12, 44];
    const id = `live-clip-${++count}`;
    const of = (v) => (log ? Math.log10(Math.max(v, 1e-300)) : v);
    const sx = (v) => left + ((v - x[0]) / (x[1] - x[0])) * (width - left - right);
    const sy = (v) =>
      height - bottom - ((of(v) - of(y[0])) / (of(y[1]) - of(y[0]))) * (height - top - bottom);
    const frame = { x: left, y: top, width: width - left - right, height: height - top - bottom };
    svg(svg(root, "clipPath", { id }), "rect", frame);
    const marks = svg(root, "g", { class: "live-axes" });
    for (const v of ticks(...x)) {
      svg(marks, "path", { d: `M${sx(v)} ${height - bottom}v5` });
      svg(marks, "text", { x: sx(v), y: height - bottom + 19, "text-anchor": "middle" }, text(v));
    }
    const rows = log ? ticks(of(y[0]), of(y[1]), 4).map((e) => 10 ** e) : ticks(...y);
    for (const v of rows) {
      const name = log ? power(Math.round(of(v))) : text(v);
      svg(marks, "path", { d: `M${left} ${sy(v)}h-5` });
      svg(marks, "text", { x: left - 8, y: sy(v) + 5, "text-anchor": "end" }, name);
    }
    svg(marks, "text", { x: (left + width - right) / 2, y: height - 6, "text-anchor": "middle" }, names[0]);
    const turned = `translate(13 ${(top + height - bottom) / 2}) rotate(-90)`;
    svg(marks, "text", { transform: turned, "text-anchor": "middle" }, names[1]);
    const cut = svg(root, "g", { "clip-path": `url(#${id})` });
    const free = svg(root, "g");
    svg(root, "rect", { ...frame, class: "live-frame" });
    const ux = (px) => x[0] + ((px - left) / frame.width) * (x[1] - x[0]);
    const uy = (py) => y[0] + ((height - bottom - py) / frame.height) * (y[1] - y[0]);
    return { sx, sy, ux, uy, cut, free };
  }

  const round = (v) => Math.round(v * 10) / 10;
  // The path of a line through points of the page; far outside it the line ends.
  function line(points) {
    const end = points.findIndex(([a, b]) => !(Math.abs(a) < 1e5 && Math.abs(b) < 1e5));
    const shown = end < 0 ? points : points.slice(0, end);
    return shown.map(([a, b], i) => `${i ? "L" : "M"}${round(a)} ${round(b)}`).join("");
  }

  // The path of a level of f on [x₀, x₁] × [y₀, y₁], in n × n squares (marching squares).
  function level(f, { x, y, n = 64, sx, sy }, height) {
    const at = (i, j) => [x[0] + (i / n) * (x[1] - x[0]), y[0] + (j / n) * (y[1] - y[0])];
    const grid = Array.from({ length: n + 1 }, (_, i) =>
      Array.from({ length: n + 1 }, (_, j) => f(at(i, j)) - height),
    );
    let path = "";
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const corners = [
          [i, j],
          [i + 1, j],
          [i + 1, j + 1],
          [i, j + 1],
        ];
        const found = [];
        corners.forEach(([a, b], k) => {
          const [c, d] = corners[(k + 1) % 4];
          const [u, v] = [grid[a][b], grid[c][d]];
          if (u < 0 !== v < 0) found.push(at(a + (u / (u - v)) * (c - a), b + (u / (u - v)) * (d - b)));
        });
        for (let k = 0; k + 1 < found.length; k += 2) {
          path += line([found[k], found[k + 1]].map(([p, q]) => [sx(p), sy(q)]));
        }
      }
    }
    return path;
  }

  // A labelled slider that shows its value. `set` moves it without telling the figure.
  function slider(parent, { label, min, max, step, value, change, show = (v) => text(v, 6) }) {
    const id = `live-${++count}`;
    const input = element("input", { type: "range", id, min, max, step });
    const output = element("output", { for: id });
    const name = element("label", { for: id });
    if (typeof label === "string") name.textContent = label;
    else name.append(label);
    const set = (v) => {
      input.value = v;
      output.textContent = show(v);
      input.setAttribute("aria-valuetext", show(v));
    };
    input.addEventListener("input", () => {
      set(Number(input.value));
      change(Number(input.value));
    });
    parent.append(element("div", { class: "live-slider" }, name, input, output));
    set(value);
    return { set, input };
  }

  function choice(parent, { label, options, change }) {
    const id = `live-${++count}`;
    const input = element("select", { id });
    const fill = (names) =>
      input.replaceChildren(...names.map((name, i) => element("option", { value: i }, name)));
    fill(options);
    input.addEventListener("change", () => change(Number(input.value)));
    parent.append(element("div", { class: "live-choice" }, element("label", { for: id }, label), input));
    return {
      set: (i) => {
        input.value = i;
      },
      fill,
      input,
    };
  }

  function buttons(parent, named) {
    const row = element("div", { class: "live-buttons" });
    for (const [name, act] of named) {
      const button = element("button", { type: "button" }, name);
      button.addEventListener("click", act);
      row.append(button);
    }
    parent.append(row);
  }

  // A box that scrolls sideways by itself, by keyboard too.
  const wide = (inner, label) =>
    element("div", { class: "wide", tabindex: 0, role: "region", "aria-label": label }, inner);

  // A table of read-outs; `fill` writes its rows, each of texts, the first of them a heading.
  function table(parent, heads, label) {
    const body = element("tbody");
    const head = element("tr", {}, ...heads.map((h) => element("th", { scope: "col" }, h)));
    const made = element("table", { class: "live-reads" }, element("thead", {}, head), body);
    parent.append(wide(made, label));
    return (rows) =>
      body.replaceChildren(
        ...rows.map(([first, ...cells]) => {
          const name = element("th", { scope: "row" });
          name.append(first);
          return element("tr", {}, name, ...cells.map((c) => element("td", {}, c)));
        }),
      );
  }

  // The line that tells what is shown; it is read out when it changes. It need not be seen where a
  // table says the same.
  function status(parent, seen = true) {
    const made = element("p", { class: seen ? "live-status" : "live-heard", role: "status" });
    parent.append(made);
    return (words) => {
      if (made.textContent !== words) made.textContent = words;
    };
  }

  function figure(name, build) {
    for (const place of document.querySelectorAll(`[data-live="${name}"]`)) {
      const body = element("div", { class: "live-body" });
      const [shown, side] = [element("div", { class: "live-shown" }), element("div", { class: "live-side" })];
      body.append(shown, side);
      build(shown, side);
      place.querySelector(".live-still").replaceWith(body);
    }
  }

  return {
    mulberry32,
    norm,
    eigen,
    text,
    point,
    element,
    svg,
    drawing,
    axes,
    line,
    level,
    slider,
    choice,
    buttons,
    wide,
    table,
    status,
    figure,
    figures: {},
  };
})();
