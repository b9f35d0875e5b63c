"use strict";
// The question box: words of the query and of the pages brought to one spelling, then MiniSearch.
function startSearch() {
  const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ⁿ";
  const plain = (text) =>
    text.toLowerCase().replaceAll("ł", "l")
      .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻ⁿ]+/g, (power) => "^" + [...power].map((c) => "0123456789-n"[raised.indexOf(c)]).join(""))
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[–−]/g, "-")
      .replace(/(?:2\^\(?-|0\.5\^\(?|\(1\/2\)\^|1\/2\^)(n|\d+)\)?/g, " halfpower$1 ");
  const spellings = WORDS.spellings.flatMap(([first, ...others]) =>
    others.map((other) => [plain(other), first]));
  spellings.sort((a, b) => b[0].length - a[0].length);
  const spelled = (text) =>
    spellings.reduce((found, [other, first]) => found.replaceAll(other, ` ${first} `), plain(text));
  const idle = new Set("a al an and are at be by can do does et for from has have how i implies imply in is it its of on or that the there this to true under was what when which why with".split(" "));
  const tokens = (text) => spelled(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word && !idle.has(word));
  const stem = (word) => {
    const one = word.length > 3 ? word.replace(/([^su])s$/, "$1") : word;
    return one.length > 4 ? one.replace(/(ing|ed|e)$/, "") : one;
  };
  const index = new MiniSearch({
    fields: ["key", "title", "text"],
    storeFields: ["key", "kind", "verdict", "title", "said"],
    tokenize: tokens,
    processTerm: stem,
  });
  const entries = WORDS.entries.map(([kind, key, verdict, title, text, said]) =>
    ({ id: kind === "page" || kind === "data" ? key : `${kind}s/${key}.html`, kind, key, verdict, title, text, said }));
  index.addAll(entries);

  // In how many entries a word stands. A word that stands somewhere is meant as it is; any other
  // may be the beginning of one, or misspelt.
  const standing = new Map();
  for (const { key, title, text } of entries) {
    for (const word of new Set(tokens(`${key} ${title} ${text}`).map(stem))) {
      standing.set(word, (standing.get(word) || 0) + 1);
    }
  }
  const rarity = (word) => Math.log(1 + entries.length / (standing.get(word) || 1)) ** 2;
  const weight = { item: 1.35, claim: 1.1, figure: 0.9, fact: 0.8, page: 1, chapter: 1, document: 1, data: 0.1 };
  // "A implies B" is answered by what says that, and not by "B implies A".
  const halves = (text) => text.split(/\b(?:implies|imply|implying|gives?|yields?|entails?)\b/i).map((part) => tokens(part).map(stem));
  const common = (one, other) => one.filter((word) => other.includes(word)).length;
  function direction(query, texts) {
    const [from, to] = halves(query);
    return texts.map(halves).reduce((sum, [given, then]) => sum + (to && then
      ? Math.sign(common(from, given) + common(to, then) - common(from, then) - common(to, given)) : 0), 0);
  }
  function find(query) {
    const key = query.trim().toLowerCase();
    const exact = entries.filter((entry) => entry.key.toLowerCase() === key);
    if (/^[leon]-n?\d+$/.test(key)) {
      return exact;
    }
    const words = tokens(query);
    const others = words.flatMap((word) => WORDS.related[word] || []);
    const options = {
      boost: { title: 2, key: 1.5, text: 0.5 },
      prefix: (term) => term.length > 3 && !standing.has(term),
      fuzzy: (term) => (term.length > 5 && !standing.has(term) ? 0.15 : false),
      boostDocument: (id, term, stored) => weight[stored.kind],
    };
    const parts = [{ queries: words, combineWith: "OR", ...options }];
    if (others.length) {
      parts.push({ queries: others, combineWith: "OR", ...options, boost: { title: 0.6, key: 0.4, text: 0.3 } });
    }
    // What part of the query a hit answers, by rarity; a related word counts for half.
    const asked = [...new Set(words)].map((word) =>
      [rarity(stem(word)), stem(word), (WORDS.related[word] || []).map(stem)]);
    const answered = (hit, word, near) =>
      hit.queryTerms.includes(word) ? 1 : near.some((one) => hit.queryTerms.includes(one)) ? 0.5 : 0;
    const share = (hit) =>
      asked.reduce((sum, [rare, word, near]) => sum + rare * answered(hit, word, near), 0)
      / asked.reduce((sum, [rare]) => sum + rare, 0);
    const hits = words.length ? index.search({ combineWith: "OR", queries: parts }) : [];
    hits.forEach((hit) => {
      const way = direction(query, [hit.title, hit.key.replaceAll("-", " ")]);
      const undecided = hit.verdict === "opinion" || hit.verdict === "cited";
      // The name of a claim that fails says what is false: it answers less than one that holds.
      hit.score *= (0.1 + share(hit) ** 2) * 1.6 ** way * (undecided ? 0.7 : hit.said ? 0.94 : 1);
    });
    hits.sort((a, b) => b.score - a.score);
    return [...exact, ...hits.filter((hit) => hit.key.toLowerCase() !== key)];
  }

  const box = document.getElementById("q");
  const list = document.getElementById("hits");
  const found = document.getElementById("found");
  function show() {
    const query = box.value;
    list.replaceChildren();
    if (!query.trim()) {
      found.textContent = "";
      return;
    }
    const hits = find(query);
    const shown = hits.slice(0, 12);
    found.textContent = hits.length
      ? `${hits.length} found, the best ${shown.length} are shown`
      : "Nothing found. Try a name (Polyak, Kawaguchi), a method, or an item such as O-47 (some numbers are not used).";
    for (const hit of shown) {
      const row = document.createElement("li");
      const link = document.createElement("a");
      link.href = hit.id;
      link.textContent = hit.kind === "item" ? `${hit.key} ${hit.title}` : hit.title;
      const kind = document.createElement("span");
      kind.className = "note";
      kind.textContent = ` ${hit.kind}`;
      const badge = document.createElement("span");
      badge.className = `badge ${hit.verdict}`;
      badge.textContent = hit.verdict;
      if (hit.said) {
        // The headline is true: the verdict stands beside the sentence that is not.
        const said = document.createElement("span");
        said.className = "note";
        said.append(" ", badge, ` False: ${hit.said}`);
        row.append(link, kind, said);
      } else {
        if (hit.verdict) {
          row.append(badge, " ");
        }
        row.append(link, kind);
      }
      list.append(row);
    }
  }
  const asked = new URLSearchParams(window.location.search).get("q");
  if (asked) {
    box.value = asked;
  }
  box.addEventListener("input", show);
  box.form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  window.provenscapeFind = find;
  show();
}

// What is searched is loaded when somebody begins to search.
(() => {
  const box = document.getElementById("q");
  let begun = false;
  function begin() {
    if (begun) {
      return;
    }
    begun = true;
    const load = (names) => {
      if (!names.length) {
        startSearch();
        return;
      }
      const script = document.createElement("script");
      script.src = `assets/${names[0]}.js`;
      script.onload = () => load(names.slice(1));
      document.head.append(script);
    };
    load(["minisearch", "words"]);
  }
  box.addEventListener("focus", begin);
  box.addEventListener("input", begin);
  if (new URLSearchParams(window.location.search).has("q")) {
    begin();
  }
})();
