// The search page: what is asked stands in the address, results come while typing.
import { Index, Outdated } from "./search-index.js";
import { Engine, LONGEST } from "./search-engine.js";
import { element, row } from "./search-results.js";
import { nearWords } from "./search-near.js";

const form = document.getElementById("search");
const field = document.getElementById("search-q");
const narrow = document.getElementById("search-narrow");
const count = document.getElementById("search-count");
const help = document.getElementById("search-help");
const rows = document.getElementById("search-rows");
const more = document.getElementById("search-more");
const ways = document.getElementById("search-ways");
const NAMES = ["kind", "district", "category", "year"];
const AT_ONCE = 10;
const VERIFIED_UNASKED = 20;
const PAUSE = 140;

const index = new Index(form.dataset.index);
const engine = new Engine(index);
let search = null;
let turn = 0;
let timer = 0;
let listed = 0;
let waiting = [];

const wanted = () => {
  const want = {};
  if (field.value.trim()) want.q = field.value.trim();
  for (const name of NAMES) if (form.elements[name].value) want[name] = form.elements[name].value;
  return want;
};

const say = (text) => {
  count.textContent = text;
};

const tell = (...paragraphs) => {
  help.textContent = "";
  for (const paragraph of paragraphs) help.append(paragraph);
};

const button = (text, act) => {
  const node = element("button", "button button--plain", text);
  node.type = "button";
  node.addEventListener("click", act);
  return node;
};

const line = (...parts) => {
  const node = element("p");
  node.append(...parts);
  return node;
};

// What a document has in a facet; categories are several.
const valuesOf = (facets, name, number) => {
  const at = NAMES.indexOf(name === "category" ? "category" : name);
  const place = facets.of[at].charCodeAt(number) - 48;
  if (name === "category") return facets.sets[place].map((each) => facets.category[each][0]);
  if (name === "year") return facets.year[place] ? [String(facets.year[place])] : [];
  const [id] = facets[name][place];
  return id ? [id] : [];
};

const fits = (facets, want, number, except = "") => NAMES.every((name) => (
  name === except || !want[name] || valuesOf(facets, name, number).includes(want[name])));

const label = (facets, name, id) => (name === "year" ? `${id}年` : (facets[name].find((each) => each[0] === id) || [id, id])[1]);

// The choices with how many of the candidates each would leave.
const countFacets = (facets, want) => {
  for (const name of NAMES) {
    const counts = new Map();
    for (const number of search.candidates) {
      if (search.gone.has(number) || !fits(facets, want, number, name)) continue;
      for (const id of valuesOf(facets, name, number)) counts.set(id, (counts.get(id) || 0) + 1);
    }
    const select = form.elements[name];
    const before = want[name] || "";
    select.length = 1;
    const order = name === "year"
      ? [...counts.keys()].sort().reverse()
      : facets[name].map((each) => each[0]).filter((id) => counts.has(id));
    if (before && !order.includes(before)) order.push(before);
    for (const id of order) select.add(new Option(`${label(facets, name, id)}（${counts.get(id) || 0}）`, id));
    select.value = before;
  }
  narrow.hidden = false;
};

const sum = () => {
  if (!search.total) return;
  const also = search.also.length ? `，也找了“${search.also.slice(0, 4).join("”“")}”` : "";
  say(`找到${search.left ? `约 ${search.total}` : ` ${search.total}`} 条${also}。`);
};

const grow = async (mine, amount) => {
  const results = await search.more(amount);
  if (mine !== turn) return;
  for (const result of results) rows.append(row(result, form.dataset.prefix));
  listed = rows.children.length;
  more.hidden = !search.left;
  sum();
  return results;
};

const nothing = async (mine, want) => {
  say(`没有找到“${want.q}”。`);
  const narrowed = NAMES.some((name) => want[name]);
  const advice = [];
  if (narrowed) {
    advice.push(line(button("去掉筛选条件再找", () => {
      for (const name of NAMES) form.elements[name].value = "";
      keep(true);
      run();
    })));
  }
  const near = narrowed ? [] : await nearWords(engine, want.q).catch(() => []);
  if (mine !== turn) return;
  if (near.length) {
    const ask = line("您是不是要找：");
    for (const word of near) {
      const link = element("a", "", word);
      link.href = `?${new URLSearchParams({ q: word })}`;
      ask.append(" “", link, "”");
    }
    advice.push(ask);
    say(`没有找到“${want.q}”，您是不是要找“${near[0]}”？`);
  }
  advice.push(line("可以少打几个字，换一个说法，或从下面的目录找。"));
  tell(...advice);
};

const failed = (error) => {
  say(error instanceof Outdated ? "网站刚刚更新过，请再试一次。" : "搜索要用的数据没有取到，请检查网络。");
  tell(line(button("再试一次", () => {
    index.forget();
    engine.facets = null;
    run();
  })));
};

const run = async (amount = AT_ONCE, again = true) => {
  const want = wanted();
  const mine = ++turn;
  waiting = [];
  document.title = `${want.q ? `${want.q} · ` : ""}搜索 · ${form.dataset.name}`;
  ways.hidden = false;
  form.classList.toggle("search--asked", Boolean(want.q));
  if (!want.q) {
    rows.textContent = "";
    more.hidden = true;
    narrow.hidden = true;
    say("");
    tell();
    return;
  }
  try {
    const found = await engine.search(want.q);
    const chosen = NAMES.some((name) => want[name]);
    const facets = chosen || engine.facets ? engine.facets || await engine.loadFacets() : null;
    if (mine !== turn) return;
    search = found;
    if (facets) search.narrow((number) => fits(facets, want, number));
    const results = await search.more(amount);
    if (mine !== turn) return;
    rows.textContent = "";
    tell();
    for (const result of results) rows.append(row(result, form.dataset.prefix));
    listed = rows.children.length;
    more.hidden = !search.left;
    ways.hidden = results.length > 0;
    if (!search.words.length) say("请打要找的字词。");
    else if (!results.length) await nothing(mine, want);
    else sum();
    if ([...want.q].length > LONGEST) tell(line(`打的字太多，只找了前 ${LONGEST} 个字。`));
    if (!results.length && !search.candidates.size) {
      narrow.hidden = !chosen;
      return;
    }
    const known = facets || await engine.loadFacets();
    if (mine !== turn) return;
    countFacets(known, want);
    if (search.left && search.left <= VERIFIED_UNASKED) await verifyRest(mine);
  } catch (error) {
    if (mine !== turn) return;
    if (error instanceof Outdated && again) {
      index.forget();
      engine.facets = null;
      run(amount, false);
    } else failed(error);
  }
};

// Few are left: look at them all, so that the count is exact. Those beyond the first page wait behind the button.
const verifyRest = async (mine) => {
  waiting = [];
  const others = await search.more(VERIFIED_UNASKED);
  if (mine !== turn) return;
  waiting = others;
  more.hidden = !waiting.length;
  sum();
  if (engine.facets) countFacets(engine.facets, wanted());
};

// The address holds what is asked; a step that the reader decided on can be gone back to.
const keep = (step) => {
  const query = new URLSearchParams(wanted()).toString();
  const address = location.pathname + (query ? `?${query}` : "");
  if (address === location.pathname + location.search) return;
  history[step ? "pushState" : "replaceState"]({ listed: AT_ONCE }, "", address);
};

const restore = () => {
  const asked = new URLSearchParams(location.search);
  field.value = asked.get("q") || "";
  for (const name of NAMES) {
    const select = form.elements[name];
    const value = asked.get(name) || "";
    if (value && ![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
    select.value = value;
  }
  run((history.state && history.state.listed) || AT_ONCE);
};

const later = () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    keep(false);
    run();
  }, PAUSE);
};

field.addEventListener("input", (event) => {
  if (!event.isComposing) later(); // a word that is still being composed is not searched for
});
field.addEventListener("compositionend", later);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  keep(true);
  run();
});
for (const name of NAMES) {
  form.elements[name].addEventListener("change", () => {
    keep(true);
    run();
  });
}
more.addEventListener("click", async () => {
  const before = rows.children.length;
  try {
    if (waiting.length) {
      for (const result of waiting.splice(0, AT_ONCE)) rows.append(row(result, form.dataset.prefix));
      listed = rows.children.length;
      more.hidden = !waiting.length && !search.left;
    } else await grow(turn, AT_ONCE);
    history.replaceState({ listed }, "");
    const first = rows.children[before];
    if (first) first.querySelector("a").focus();
  } catch (error) {
    failed(error);
  }
});
addEventListener("popstate", restore);
// On a wide page there is room for all choices; on a phone they unfold.
narrow.open = matchMedia("(min-width: 600px)").matches || NAMES.some((name) => new URLSearchParams(location.search).get(name));
restore();
