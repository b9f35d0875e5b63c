"use strict";
// Claims whose symbols can be moved: which hypotheses hold, and what the conclusion does without one.
(() => {
  const { text, element } = Live;
  const SIGNS = { "<=": "≤", ">=": "≥", "<": "<", ">": ">", "=": "=" };
  const FAIL = { "<=": ">", ">=": "<", "<": "≥", ">": "≤", "=": "≠" };

  // Whether left op right; equations up to rounding, inequalities with that much leniency too.
  function holds(op, [left, right]) {
    if (!(Number.isFinite(left) && Number.isFinite(right))) return false;
    const near = Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));
    switch (op) {
      case "=":
        return near;
      case "<=":
        return near || left < right;
      case ">=":
        return near || left > right;
      case "<":
        return !near && left < right;
      default:
        return !near && left > right;
    }
  }

  // A claim at values of its symbols, some hypotheses dropped. An equation that is kept and gives a
  // symbol by the others sets that symbol.
  function judge(claim, values, dropped) {
    const p = [...values];
    for (const { name, sets, sides } of claim.given) {
      if (sets !== null && !dropped.has(name)) p[sets] = sides(p)[1];
    }
    const rows = (relations) =>
      relations.map((r) => ({ ...r, value: r.sides(p), holds: holds(r.op, r.sides(p)) }));
    const [given, then] = [rows(claim.given), rows(claim.then)];
    const broken = given.filter((r) => !r.holds);
    return {
      values: p,
      given,
      then,
      broken: broken.filter((r) => !dropped.has(r.name)).map((r) => r.name),
      without: broken.filter((r) => dropped.has(r.name)).map((r) => r.name),
      concluded: then.every((r) => r.holds),
    };
  }

  const words = (name) => name.replaceAll("_", " ");
  const quoted = (names) => names.map((name) => `“${words(name)}”`).join(" and ");

  function verdict({ broken, without, concluded }) {
    if (broken.length)
      return `Outside the claim: ${quoted(broken)} ${broken.length > 1 ? "fail" : "fails"} here. Nothing is claimed; the conclusion ${concluded ? "happens to hold" : "fails"}.`;
    if (!concluded)
      return `A countermodel: all that is kept holds, and the conclusion fails. The claim needs ${quoted(without)}.`;
    if (without.length) return `Without ${quoted(without)} the conclusion still holds at this point.`;
    return "All hypotheses hold, and so does the conclusion, as it must.";
  }

  const typeset = (math) => {
    const span = element("span");
    span.innerHTML = math;
    return span;
  };

  function build(shown, side) {
    const state = {};
    const options = LIVE.claims.map((c) => c.says.split(": what")[0]);
    Live.choice(side, { label: "Claim", options, change: claim });
    const presets = element("div");
    const sliders = element("div");
    side.append(presets, sliders);
    const says = element("p", { class: "live-says" });
    const body = element("tbody");
    const heads = ["keep", "here", "relation"];
    const head = element("tr", {}, ...heads.map((h) => element("th", { scope: "col" }, h)));
    const table = element("table", {}, element("thead", {}, head), body);
    shown.append(says, Live.wide(table, "Hypotheses and conclusion here"));
    const tell = Live.status(shown);

    function claim(i) {
      const c = LIVE.claims[i];
      Object.assign(state, { claim: c, dropped: new Set(), values: [...c.presets[0].values] });
      const link = element("a", { href: `claims/${c.id}.html` }, c.id);
      says.replaceChildren(c.says, " ", link);
      presets.replaceChildren();
      Live.buttons(
        presets,
        c.presets.map((preset) => [
          preset.without ? `without ${words(preset.without)}` : "all hold",
          () => {
            state.values = [...preset.values];
            state.dropped = new Set(preset.without ? [preset.without] : []);
            show();
          },
        ]),
      );
      sliders.replaceChildren();
      state.sliders = c.symbols.map((symbol, k) => {
        const label = element(
          "span",
          {},
          typeset(symbol.math),
          ` ${symbol.meaning === "a variable" ? "" : symbol.meaning}`,
        );
        const reach = Math.max(4, ...c.presets.map((preset) => Math.ceil(1.5 * Math.abs(preset.values[k]))));
        return Live.slider(sliders, {
          label,
          min: -reach,
          max: reach,
          step: 0.125,
          value: state.values[k],
          change: (v) => {
            state.values[k] = v;
            show();
          },
        });
      });
      state.rows = [...c.given, ...c.then].map((relation, k) => row(relation, k < c.given.length));
      body.replaceChildren(...state.rows.map((r) => r.line));
      show();
    }

    function row(relation, assumed) {
      const [sides, here] = [element("div"), element("div")];
      const first = element("td");
      let box = null;
      if (assumed) {
        box = element("input", { type: "checkbox", "aria-label": `keep ${words(relation.name)}` });
        box.addEventListener("change", () => {
          if (box.checked) state.dropped.delete(relation.name);
          else state.dropped.add(relation.name);
          show();
        });
        first.append(box);
      } else first.append("⇒");
      const name = element(
        "th",
        { scope: "row" },
        typeset(relation.math),
        element("span", { class: "tag" }, ` ${words(relation.name)}`),
      );
      return { line: element("tr", {}, first, element("td", {}, sides, here), name), sides, here, box };
    }

    function show() {
      const found = judge(state.claim, state.values, state.dropped);
      state.values = found.values;
      state.sliders.forEach((slider, k) => {
        slider.set(found.values[k]);
        slider.input.disabled = state.claim.given.some((r) => r.sets === k && !state.dropped.has(r.name));
      });
      [...found.given, ...found.then].forEach(({ name, op, value, holds: yes }, k) => {
        const { line, sides, here, box } = state.rows[k];
        const dropped = box !== null && state.dropped.has(name);
        if (box) box.checked = !dropped;
        sides.textContent = `${text(value[0])} ${(yes ? SIGNS : FAIL)[op]} ${text(value[1])}`;
        here.textContent = yes
          ? `✓ ${dropped ? "holds all the same" : "holds"}`
          : `✗ ${dropped ? "dropped" : "fails"}`;
        here.className = yes ? "live-yes" : "live-no";
        line.classList.toggle("live-dropped", dropped);
      });
      tell(verdict(found));
    }
    claim(0);
  }

  Live.figures.countermodels = { holds, judge, verdict };
  if (LIVE.claims.length) Live.figure("countermodels", build);
})();
