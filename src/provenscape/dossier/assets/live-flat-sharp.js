"use strict";
// A flat and a sharp minimum: training loss f(x), test loss f(x − δ), and the two gaps.
(() => {
  const { text, svg, line } = Live;
  const [WIDTH, HEIGHT] = [460, 340];
  const RANGE = [-5, 4];
  const NAMES = ["flat", "sharp"];

  // At each minimum: its place, both losses, the curvature, and test less training loss.
  function gaps(shift) {
    const { f, hessian, points } = LIVE.landscapes.flat_sharp;
    return points.map(([x]) => {
      const [training, test] = [f([x]), f([x - shift])];
      return { place: x, training, test, curvature: hessian([x])[0], gap: test - training };
    });
  }

  function build(shown, side) {
    const { f } = LIVE.landscapes.flat_sharp;
    const { root, describe } = Live.drawing(shown, {
      width: WIDTH,
      height: HEIGHT,
      words: "A training loss with a wide and a narrow basin, and the same loss shifted, the test loss.",
    });
    const { sx, sy, cut } = Live.axes(root, {
      width: WIDTH,
      height: HEIGHT,
      x: RANGE,
      y: [-0.05, 1.05],
      names: ["x", "loss"],
    });
    const places = Array.from({ length: 901 }, (_, i) => RANGE[0] + i / 100);
    const curve = (shift) => line(places.map((x) => [sx(x), sy(f([x - shift]))]));
    svg(cut, "path", { class: "live-run plain", d: curve(0) });
    const test = svg(cut, "path", { class: "live-run perturbed dashed" });
    const bars = svg(cut, "path", { class: "live-bar" });
    const dots = svg(cut, "g", { class: "live-dots plain" });
    for (const { place, training } of gaps(0))
      svg(dots, "circle", { cx: sx(place), cy: sy(training), r: 4.5 });

    const shifted = Live.slider(side, {
      label: "shift δ of the test loss",
      min: -1,
      max: 1,
      step: 0.005,
      value: LIVE.shift,
      change: show,
    });
    Live.buttons(side, [
      [
        "as in the article’s figure",
        () => {
          shifted.set(LIVE.shift);
          show(LIVE.shift);
        },
      ],
      [
        "no shift",
        () => {
          shifted.set(0);
          show(0);
        },
      ],
    ]);
    const fill = Live.table(
      shown,
      ["minimum", "at", "training", "test", "gap", "f″"],
      "Losses at the two minima",
    );
    const tell = Live.status(shown);

    function show(shift) {
      test.setAttribute("d", curve(shift));
      const found = gaps(shift);
      bars.setAttribute(
        "d",
        found.map((g) => `M${sx(g.place) - 6} ${sy(g.test)}h12m-6 0V${sy(g.training)}`).join(""),
      );
      fill(
        found.map((g, i) => [
          NAMES[i],
          text(g.place),
          text(g.training),
          text(g.test),
          text(g.gap, 4),
          text(g.curvature, 4),
        ]),
      );
      const words = `Shift ${text(shift)}: the gap is ${text(found[0].gap, 3)} at the flat minimum, ${text(found[1].gap, 3)} at the sharp one.`;
      tell(words);
      describe(words);
    }
    show(LIVE.shift);
  }

  Live.figures.flatSharp = { gaps };
  Live.figure("flat-sharp", build);
})();
