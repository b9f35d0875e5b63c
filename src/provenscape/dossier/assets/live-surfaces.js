"use strict";
// Surfaces that can be turned, with the eigenvectors of the Hessian at a stationary point.
(() => {
  const { text, point, svg, line } = Live;
  const [WIDTH, HEIGHT, N] = [460, 400, 22];
  const REACH = { double_well: 1.35 };
  const SUBSCRIPT = ["₁", "₂"];

  // A point of space as a page shows it: turned about the vertical axis, then tilted; z is depth.
  function view([x, y, z], turn, tilt) {
    const [ca, sa, ce, se] = [Math.cos(turn), Math.sin(turn), Math.cos(tilt), Math.sin(tilt)];
    const [a, b] = [ca * x - sa * y, sa * x + ca * y];
    return [a, se * b + ce * z, ce * b - se * z];
  }

  // What the signs of the eigenvalues say of a stationary point.
  function kind([low, high]) {
    if (low > 0) return "H ≻ 0: a strict local minimum";
    if (high < 0) return "H ≺ 0: a strict local maximum";
    if (low < 0 && high > 0) return "H is indefinite: a saddle";
    return low === 0 && high === 0
      ? "H = 0: second derivatives decide nothing"
      : "H is semidefinite and singular: second derivatives decide nothing";
  }

  function build(shown, side) {
    const state = { turn: 30, tilt: 28, surface: 0, at: 0 };
    const keys = {
      ArrowLeft: () => rotate(-5, 0),
      ArrowRight: () => rotate(5, 0),
      ArrowUp: () => rotate(0, 5),
      ArrowDown: () => rotate(0, -5),
    };
    const { root, hold, describe } = Live.drawing(shown, {
      width: WIDTH,
      height: HEIGHT,
      keys,
      words: "Surface of a function of the plane, with its curves along the eigenvectors of the Hessian.",
      hint: "Surface. The arrow keys turn and tilt it.",
    });
    hold.classList.add("live-turn");
    const faces = svg(root, "g", { class: "live-faces" });
    const over = svg(root, "g", { class: "live-eigen" });
    let from = null;
    hold.addEventListener("pointerdown", (event) => {
      from = [event.clientX, event.clientY];
      hold.setPointerCapture(event.pointerId);
    });
    hold.addEventListener("pointermove", (event) => {
      if (!from) return;
      rotate((event.clientX - from[0]) * 0.5, (event.clientY - from[1]) * 0.5);
      from = [event.clientX, event.clientY];
    });
    for (const end of ["pointerup", "pointercancel"])
      hold.addEventListener(end, () => {
        from = null;
      });

    function rotate(by, up) {
      const turn = ((((state.turn + by + 180) % 360) + 360) % 360) - 180;
      set(Math.round(turn), Math.round(Math.max(0, Math.min(90, state.tilt + up))));
    }
    function set(turn, tilt) {
      state.turn = turn;
      state.tilt = tilt;
      turned.set(turn);
      tilted.set(tilt);
      draw();
    }

    function surface(i) {
      const { name } = LIVE.surfaces[i];
      state.name = name;
      state.f = LIVE.landscapes[name];
      state.reach = REACH[name] || 1;
      const { f, points } = state.f;
      const side1 = Array.from({ length: N + 1 }, (_, k) => state.reach * ((2 * k) / N - 1));
      state.grid = side1.map((x) => side1.map((y) => f([x, y])));
      const all = state.grid.flat();
      [state.low, state.high] = [Math.min(...all), Math.max(...all)];
      state.side = side1;
      spots.fill(points.map((p) => point(p)));
      spots.input.parentElement.hidden = points.length < 2;
      stationary(points.length > 1 ? 1 : 0);
    }

    function stationary(k) {
      state.at = k;
      spots.set(k);
      const p = state.f.points[k];
      const { values, vectors } = Live.eigen(state.f.hessian(p));
      state.values = values;
      state.vectors = vectors;
      fill(
        values.map((v, i) => [
          `λ${SUBSCRIPT[i]}`,
          text(v),
          point(vectors[i]),
          v > 0 ? "up" : v < 0 ? "down" : "neither, to second order",
        ]),
      );
      const same = values[0] === values[1] ? " Every direction is an eigenvector." : "";
      tell(
        `At ${point(p)} the eigenvalues are ${text(values[0])} and ${text(values[1])}. ${kind(values)}.${same}`,
      );
      draw();
    }

    function draw() {
      const { side: s, grid, low, high, reach } = state;
      const { f } = state.f;
      const [turn, tilt] = [(state.turn * Math.PI) / 180, (state.tilt * Math.PI) / 180];
      const lift = 1.3 / (high - low);
      const place = (x, y, z) => {
        const [a, b, depth] = view([x / reach, y / reach, (z - (low + high) / 2) * lift], turn, tilt);
        return [WIDTH / 2 + a * 150, HEIGHT / 2 - b * 150, depth];
      };
      const quads = [];
      for (let i = 0; i < N; i++) {
        for (let j = 0; j < N; j++) {
          const corners = [
            [i, j],
            [i + 1, j],
            [i + 1, j + 1],
            [i, j + 1],
          ].map(([k, l]) => place(s[k], s[l], grid[k][l]));
          const height = ((grid[i][j] + grid[i + 1][j + 1]) / 2 - low) / (high - low);
          quads.push([corners.reduce((sum, c) => sum + c[2], 0), corners, height]);
        }
      }
      quads.sort((a, b) => b[0] - a[0]);
      faces.replaceChildren();
      for (const [, corners, height] of quads) {
        const shade = `hsl(${height < 0.5 ? 28 : 212} ${Math.round(6 + 130 * Math.abs(height - 0.5))}% ${Math.round(72 - 34 * Math.abs(height - 0.5))}%)`;
        svg(faces, "path", { d: `${line(corners)}Z`, fill: shade });
      }
      over.replaceChildren();
      const p = state.f.points[state.at];
      state.vectors.forEach((v, i) => {
        const sign = state.values[i] > 0 ? "up" : state.values[i] < 0 ? "down" : "flat";
        const along = (t) => [p[0] + t * v[0], p[1] + t * v[1]];
        const curve = [];
        for (let t = -0.8; t <= 0.8001; t += 0.05) {
          const q = along(t * reach * 0.8);
          if (Math.max(...q.map(Math.abs)) <= reach) curve.push(place(...q, f(q)));
        }
        const bend = line(curve);
        const [tail, head] = [place(...along(-0.5 * reach), f(p)), place(...along(0.5 * reach), f(p))];
        const straight = line([tail, head]) + arrow(tail, head) + arrow(head, tail);
        for (const look of ["live-halo", sign]) {
          svg(over, "path", { class: `live-along ${look}`, d: bend });
          svg(over, "path", { class: `live-vector ${look}`, d: straight });
        }
        svg(
          over,
          "text",
          { class: sign, x: head[0] + 6, y: head[1] - 8 },
          `λ${SUBSCRIPT[i]} = ${text(state.values[i])}`,
        );
      });
      const [a, b] = place(...p, f(p));
      svg(over, "circle", { class: "live-handle", cx: a, cy: b, r: 5 });
      describe(`${state.f.formula}, turned by ${state.turn}°, seen from ${state.tilt}° above.`);
    }

    function arrow([a, b], [c, d]) {
      const size = Math.hypot(c - a, d - b);
      if (size < 12) return "";
      const [u, v] = [((c - a) / size) * 9, ((d - b) / size) * 9];
      return `M${c} ${d}l${-u - v / 2} ${-v + u / 2}M${c} ${d}l${-u + v / 2} ${-v - u / 2}`;
    }

    Live.choice(side, {
      label: "Surface",
      change: surface,
      options: LIVE.surfaces.map(({ name, label }) => `${LIVE.landscapes[name].formula}: ${label}`),
    });
    const spots = Live.choice(side, { label: "Stationary point", options: [], change: stationary });
    const turned = Live.slider(side, {
      label: "turn",
      min: -180,
      max: 180,
      step: 1,
      value: state.turn,
      show: (v) => `${text(v)}°`,
      change: (v) => set(v, state.tilt),
    });
    const tilted = Live.slider(side, {
      label: "height of the view",
      min: 0,
      max: 90,
      step: 1,
      value: state.tilt,
      show: (v) => `${text(v)}°`,
      change: (v) => set(state.turn, v),
    });
    const fill = Live.table(
      shown,
      ["eigenvalue", "value", "unit eigenvector", "the surface curves"],
      "Eigenvalues and eigenvectors of the Hessian",
    );
    const tell = Live.status(shown);
    surface(0);
  }

  Live.figures.surfaces = { view, kind };
  Live.figure("surfaces", build);
})();
