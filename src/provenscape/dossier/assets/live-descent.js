"use strict";
// Gradient descent beside perturbed descent, from one start with one step length.
(() => {
  const { mulberry32, norm, text, point, svg, line, level } = Live;
  const [STEPS, FIRST] = [60, 12]; // all steps, and the one at which a preset is shown first
  const [WIDTH, HEIGHT, REACH] = [460, 440, 2.2];
  const LEVELS = {
    quadratic_saddle: [-4, -3, -2, -1, -0.3, 0, 0.3, 1, 2, 3, 4],
    double_well: [-0.9, -0.5, 0, 0.5, 1, 2, 3, 5, 8],
  };

  // x − η∇f(x), step by step.
  function plain(gradient, { start, eta }, steps = STEPS) {
    const path = [{ x: start, perturbed: false }];
    for (let k = 0; k < steps; k++) {
      const x = path[k].x;
      const g = gradient(x);
      path.push({ x: x.map((c, i) => c - eta * g[i]), perturbed: false });
    }
    return path;
  }

  // The same, but where |∇f| ≤ ε a point uniform in the disc of radius r is added first.
  function perturbed(gradient, { start, eta, epsilon, radius, seed }, steps = STEPS) {
    const draw = mulberry32(seed);
    const path = [{ x: start, perturbed: false }];
    for (let k = 0; k < steps; k++) {
      let x = path[k].x;
      let g = gradient(x);
      const small = norm(g) <= epsilon;
      if (small) {
        const angle = 2 * Math.PI * draw();
        const length = radius * Math.sqrt(draw());
        x = [x[0] + length * Math.cos(angle), x[1] + length * Math.sin(angle)];
        g = gradient(x);
      }
      path.push({ x: x.map((c, i) => c - eta * g[i]), perturbed: small });
    }
    return path;
  }

  // Half the side of a square about 0 that holds both runs to the step that is shown first.
  function reach(gradient, options) {
    const runs = [plain(gradient, options, FIRST), perturbed(gradient, options, FIRST)];
    return Math.max(REACH, 1.1 * Math.max(...runs.flat().flatMap(({ x }) => x.map(Math.abs))));
  }

  function build(shown, side) {
    const state = { ...LIVE.noise, step: FIRST };
    let runs = [];
    const go = (to) => {
      state.step = Math.max(0, Math.min(STEPS, to));
      show();
    };
    const { root, describe } = Live.drawing(shown, {
      width: WIDTH,
      height: HEIGHT,
      words: "Contours of a function of the plane with two runs of descent from one start.",
      hint: "Runs of descent. Arrow keys left and right step back and forth, Home and End go to the first and last step.",
      keys: {
        ArrowLeft: () => go(state.step - 1),
        ArrowRight: () => go(state.step + 1),
        Home: () => go(0),
        End: () => go(STEPS),
      },
    });
    let handle, parts;

    function landscape(name, frame) {
      state.landscape = name;
      state.frame = frame;
      state.f = LIVE.landscapes[name];
      root.replaceChildren();
      const range = [-frame, frame];
      const plane = Live.axes(root, {
        width: WIDTH,
        height: HEIGHT,
        x: range,
        y: range,
        names: state.f.variables,
      });
      for (const height of LEVELS[name]) {
        const sign = height > 0 ? "above" : height < 0 ? "below" : "zero";
        svg(plane.cut, "path", {
          class: `live-level ${sign}`,
          d: level(state.f.f, { ...plane, x: range, y: range }, height * (frame / REACH) ** 2),
        });
      }
      for (const [a, b] of state.f.points) {
        const saddle = Live.eigen(state.f.hessian([a, b])).values[0] < 0;
        const [px, py] = [plane.sx(a), plane.sy(b)];
        svg(plane.cut, "path", {
          class: "live-mark",
          d: saddle
            ? `M${px - 6} ${py - 6}l12 12m0 -12l-12 12`
            : `M${px - 6} ${py}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0`,
        });
      }
      parts = ["plain", "perturbed"].map((run) => ({
        path: svg(plane.cut, "path", { class: `live-run ${run}` }),
        dots: svg(plane.cut, "g", { class: `live-dots ${run}` }),
      }));
      handle = svg(plane.free, "circle", { class: "live-handle", r: 10 });
      handle.addEventListener("pointerdown", (event) => {
        handle.setPointerCapture(event.pointerId);
        event.preventDefault();
      });
      handle.addEventListener("pointermove", (event) => {
        if (!handle.hasPointerCapture(event.pointerId)) return;
        const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(root.getScreenCTM().inverse());
        const near = (v) => Math.max(-2, Math.min(2, Math.round(v * 100) / 100));
        place([near(plane.ux(at.x)), near(plane.uy(at.y))]);
      });
      state.plane = plane;
    }

    function place(start) {
      state.start = start;
      start.forEach((c, i) => where[i].set(c));
      compute();
    }

    function compute() {
      const { gradient } = state.f;
      runs = [plain(gradient, state), perturbed(gradient, state)];
      show();
    }

    function show() {
      const { sx, sy } = state.plane;
      handle.setAttribute("cx", sx(state.start[0]));
      handle.setAttribute("cy", sy(state.start[1]));
      runs.forEach((run, i) => {
        const seen = run.slice(0, state.step + 1);
        const places = seen.map(({ x }) => [sx(x[0]), sy(x[1])]);
        parts[i].path.setAttribute("d", line(places));
        parts[i].dots.replaceChildren();
        places.forEach(([a, b], k) => {
          if (!(Math.abs(a) < 1e4 && Math.abs(b) < 1e4)) return;
          const r = k === state.step ? 6 : 2.6;
          if (i) svg(parts[i].dots, "rect", { x: a - r, y: b - r, width: 2 * r, height: 2 * r });
          else svg(parts[i].dots, "circle", { cx: a, cy: b, r });
        });
      });
      counter.set(state.step);
      const rows = runs.map((run, i) => {
        const { x } = run[state.step];
        const kicks = run.slice(0, state.step + 1).filter((s) => s.perturbed).length;
        const out = x.every((c) => Math.abs(c) <= state.frame) ? "" : ", outside";
        return [
          i ? "■ perturbed" : "● plain",
          point(x, 4) + out,
          text(state.f.f(x)),
          text(norm(state.f.gradient(x))),
          i ? String(kicks) : "–",
        ];
      });
      fill(rows);
      const words = rows
        .map(([name, at, f, g]) =>
          at.startsWith("(")
            ? `${name.slice(2)} descent at ${at}, f = ${f}, |∇f| = ${g}`
            : `${name.slice(2)} descent has diverged, ${at}`,
        )
        .join("; ");
      tell(`Step ${state.step}: ${words}.`);
      describe(`Step ${state.step}: ${words}.`);
    }

    const presets = Live.choice(side, {
      label: "Start from",
      options: LIVE.descents.map(
        (d) => `${LIVE.landscapes[d.landscape].formula}: ${d.label}, ${point(d.start)}`,
      ),
      change: (i) => preset(LIVE.descents[i]),
    });
    Live.buttons(side, [
      ["⇤ first", () => go(0)],
      ["← back", () => go(state.step - 1)],
      ["forth →", () => go(state.step + 1)],
      ["last ⇥", () => go(STEPS)],
    ]);
    const counter = Live.slider(side, {
      label: "step",
      min: 0,
      max: STEPS,
      step: 1,
      value: state.step,
      change: go,
    });
    const where = [0, 1].map((i) =>
      Live.slider(side, {
        label: `start, ${i ? "second" : "first"} coordinate`,
        min: -2,
        max: 2,
        step: 0.01,
        value: 0,
        change: (v) => place(state.start.map((c, j) => (i === j ? v : c))),
      }),
    );
    const eta = Live.slider(side, {
      label: "step length η",
      min: 0.0025,
      max: 0.6,
      step: 0.0025,
      value: 0.1,
      change: (v) => {
        state.eta = v;
        compute();
      },
    });
    for (const [name, label, min, max, step] of [
      ["epsilon", "threshold ε of |∇f|", 0.05, 2, 0.05],
      ["radius", "radius r of the noise", 0, 0.5, 0.01],
      ["seed", "seed of the noise", 1, 99, 1],
    ]) {
      const change = (v) => {
        state[name] = v;
        compute();
      };
      Live.slider(side, { label, min, max, step, value: state[name], change });
    }
    const fill = Live.table(shown, ["run", "point", "f", "|∇f|", "noise"], "Both runs at this step");
    const tell = Live.status(shown, false);

    function preset({ landscape: name, start, eta: length }) {
      const frame = reach(LIVE.landscapes[name].gradient, { ...state, start, eta: length });
      if (name !== state.landscape || frame !== state.frame) landscape(name, frame);
      state.step = FIRST;
      state.eta = length;
      eta.set(length);
      place([...start]);
    }
    presets.set(0);
    preset(LIVE.descents[0]);
  }

  Live.figures.descent = { plain, perturbed, reach };
  Live.figure("descent", build);
})();
