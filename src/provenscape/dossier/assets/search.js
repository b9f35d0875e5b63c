"use strict";
// The question box: words of the query and of the pages brought to one spelling, then MiniSearch.
function startSearch() {
  const plain = (text) =>
    text.toLowerCase().replaceAll("ł", "l").replaceAll("⁻ⁿ", "^-n").replaceAll("ⁿ", "^n")
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("–", "-").replaceAll("−", "-");
  const spellings = WORDS.spellings.flatMap(([first, ...others]) =>
    others.map((other) => [plain(other), first]));
  spellings.sort((a, b) => b[0].length - a[0].length);
  const spelled = (text) =>
    spellings.reduce((found, [other, first]) => found.replaceAll(other, ` ${first} `), plain(text));
  const idle = new Set("a an and are be by can do does for from has have how i in is it of on or that the there to true was what when which why with".split(" "));
  const tokens = (text) => spelled(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word && !idle.has(word));
  const stem = (word) => (word.length > 4 ? word.replace(/(ies|es|s)$/, "") : word);
  const index = new MiniSearch({
    fields: ["key", "title", "text"],
    storeFields: ["key", "kind", "verdict", "title"],
    tokenize: tokens,
    processTerm: stem,
  });
  const entries = WORDS.entries.map(([kind, key, verdict, title, text]) =>
    ({ id: `${kind}s/${key}.html`, kind, key, verdict, title, text }));
  index.addAll(entries);

  const weight = { item: 1.25, claim: 1.1, figure: 0.9, fact: 0.8 };
  function find(query) {
    const words = tokens(query);
    const others = words.flatMap((word) => WORDS.related[word] || []);
    const options = {
      boost: { title: 2, key: 1.5 },
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (term.length > 5 ? 0.15 : false),
      boostDocument: (id, term, stored) => weight[stored.kind],
    };
    const parts = [{ queries: words, combineWith: "OR", ...options }];
    if (others.length) {
      parts.push({ queries: others, combineWith: "OR", ...options, boost: { title: 0.6, key: 0.4, text: 0.3 } });
    }
    const key = query.trim().toLowerCase();
    const exact = entries.filter((entry) => entry.key.toLowerCase() === key);
    const hits = words.length ? index.search({ combineWith: "OR", queries: parts }) : [];
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
      : "Nothing found. Try a name (Polyak, Kawaguchi), a method, or an item such as O-47.";
    for (const hit of shown) {
      const row = document.createElement("li");
      const link = document.createElement("a");
      link.href = hit.id;
      link.textContent = hit.kind === "item" ? `${hit.key} ${hit.title}` : hit.title;
      const kind = document.createElement("span");
      kind.className = "note";
      kind.textContent = ` ${hit.kind}`;
      if (hit.verdict) {
        const badge = document.createElement("span");
        badge.className = `badge ${hit.verdict}`;
        badge.textContent = hit.verdict;
        row.append(badge, " ");
      }
      row.append(link, kind);
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
