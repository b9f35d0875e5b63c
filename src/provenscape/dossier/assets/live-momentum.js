"use strict";
// Read-outs of a run with momentum beside one without: gradient and velocity against steps.
(() => {
  const { norm, text, point, svg, line } = Live;
  const [WIDTH, HEIGHT] = [460, 300];
  const RANGE = [1e-6, 100];
  const NAMES = ["— gradient descent", "- - heavy ball"];

  // Heavy ball: v ← βv − η∇f(x), x ← x + v, from v = 0; with β = 0 it is gradient descent.
  function ball(gradient, { start, eta, beta }, steps) {
    const path = [{ x: start, v: start.map(() => 0) }];
    for (let k = 0; k < steps; k++) {
      const { x, v } = path[k];
      const g = gradient(x);
      const next = v.map((c, i) => beta * c - eta * g[i]);
      path.push({ x: x.map((c, i) => c + next[i]), v: next });
    }
    return path;
  }

  function build(shown, side) {
    const { eta, beta, steps } = LIVE.momentum;
    const state = { eta, beta, step: 20 };
    let runs = [];
    const go = (to) => {
      state.step = Math.max(0, Math.min(steps, to));
      show();
    };
    const keys = {
      ArrowLeft: (far) => go(state.step - (far ? 10 : 1)),
      ArrowRight: (far) => go(state.step + (far ? 10 : 1)),
      Home: () => go(0),
      End: () => go(steps),
    };
    const panels = ["|∇f|", "velocity |v|"].map((name, i) => {
      const made = Live.drawing(shown, {
        width: WIDTH,
        height: HEIGHT,
        keys,
        words: `${i ? "Velocity" : "Norm of the gradient"} against steps, on a logarithmic scale, of gradient descent and of heavy ball.`,
        hint: `${i ? "Velocity" : "Gradient"} against steps. Arrow keys left and right step back and forth.`,
      });
      const plane = Live.axes(made.root, {
        width: WIDTH,
        height: HEIGHT,
        x: [0, steps],
        y: RANGE,
        names: ["step", name],
        log: true,
      });
      const cursor = svg(plane.cut, "path", { class: "live-cursor" });
      const curves = ["plain", "perturbed"].map((run) =>
        svg(plane.cut, "path", { class: `live-run ${run}` }),
      );
      const dots = ["plain", "perturbed"].map((run) =>
        svg(svg(plane.cut, "g", { class: `live-dots ${run}` }), "circle", { r: 5 }),
      );
      return { ...made, ...plane, cursor, curves, dots };
    });

    function compute() {
      const { gradient } = state.f;
      runs = [0, state.beta].map((b) =>
        ball(gradient, { ...state, beta: b }, steps).map(({ x, v }) => ({
          x,
          read: [norm(gradient(x)), norm(v)],
        })),
      );
      panels.forEach(({ sx, sy, curves }, q) =>
        runs.forEach((run, i) => {
          const places = run.map(({ read }, k) => [sx(k), sy(read[q] || 1e-12)]);
          curves[i].setAttribute("d", line(places.filter(([, b]) => Number.isFinite(b))));
        }),
      );
      show();
    }

    function show() {
      counter.set(state.step);
      const rows = runs.map((run, i) => {
        const { x, read } = run[state.step];
        panels.forEach(({ sx, sy, dots }, q) => {
          const y = sy(read[q] || 1e-12);
          dots[i].setAttribute("cx", sx(state.step));
          dots[i].setAttribute("cy", Number.isFinite(y) ? y : -99);
        });
        return [NAMES[i], ...read.map((r) => text(r)), point(x, 4), text(state.f.f(x))];
      });
      panels.forEach(({ sx, cursor }) => cursor.setAttribute("d", `M${sx(state.step)} 0V${HEIGHT}`));
      fill(rows);
      tell(
        `Step ${state.step}: ${rows.map(([, g, v], i) => `${NAMES[i].replace(/[-—] /g, "")} has |∇f| = ${g}, velocity ${v}`).join("; ")}.`,
      );
      panels.forEach(({ describe }, q) =>
        describe(
          `At step ${state.step}: ${rows.map((r, i) => `${NAMES[i].replace(/[-—] /g, "")} ${r[q + 1]}`).join(", ")}.`,
        ),
      );
    }

    Live.choice(side, {
      label: "Start from",
      change: preset,
      options: LIVE.telemetry.map(
        (d) => `${LIVE.landscapes[d.landscape].formula}: ${d.label}, ${point(d.start)}`,
      ),
    });
    Live.buttons(side, [
      ["← back", () => go(state.step - 1)],
      ["forth →", () => go(state.step + 1)],
    ]);
    const counter = Live.slider(side, {
      label: "step",
      min: 0,
      max: steps,
      step: 1,
      value: state.step,
      change: go,
    });
    for (const [name, label, min, max, step] of [
      ["beta", "momentum β", 0, 0.99, 0.01],
      ["eta", "step length η", 0.005, 0.5, 0.005],
    ]) {
      const change = (v) => {
        state[name] = v;
        compute();
      };
      Live.slider(side, { label, min, max, step, value: state[name], change });
    }
    const fill = Live.table(shown, ["run", "|∇f|", "velocity", "point", "f"], "Read-outs at this step");
    const tell = Live.status(shown, false);

    function preset(i) {
      state.f = LIVE.landscapes[LIVE.telemetry[i].landscape];
      state.start = LIVE.telemetry[i].start;
      compute();
    }
    preset(0);
  }

  Live.figures.momentum = { ball };
  Live.figure("momentum", build);
})();
