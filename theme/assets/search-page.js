// The search page: what is asked stands in the address, results come while typing.
import { openDesk } from "./search-client.js";
import { element, row } from "./search-results.js";

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
const PAUSE = 20;
const LONGEST = 120;

const ask = openDesk(form.dataset.index);
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

// Words to be searched for instead.
const linked = (words) => words.flatMap((word) => {
  const link = element("a", "", word);
  link.href = `?${new URLSearchParams({ q: word })}`;
  return [" “", link, "”"];
});

// The choices with how many of the candidates each would leave.
const offer = async (mine, want) => {
  const choices = await ask("counts", want);
  if (mine !== turn) return;
  for (const name of NAMES) {
    const select = form.elements[name];
    select.length = 1;
    for (const [id, text, some] of choices[name]) select.add(new Option(`${text}（${some}）`, id));
    select.value = want[name] || "";
  }
  narrow.hidden = false;
};

const sum = ({ total, left, also }) => {
  if (!total) return;
  const besides = also.length ? `，也找了“${also.slice(0, 4).join("”“")}”` : "";
  say(`找到${left ? `约 ${total}` : ` ${total}`} 条${besides}。`);
};

const list = (results) => {
  for (const result of results) rows.append(row(result, form.dataset.prefix));
  listed = rows.children.length;
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
  const near = narrowed ? [] : await ask("near", want.q).catch(() => []);
  if (mine !== turn) return;
  if (near.length) {
    advice.push(line("您是不是要找：", ...linked(near)));
    say(`没有找到“${want.q}”，您是不是要找“${near[0]}”？`);
  }
  const pieces = narrowed || near.length ? [] : await ask("pieces").catch(() => []);
  if (mine !== turn) return;
  if (pieces.length) advice.push(line("这些词找得到：", ...linked(pieces)));
  advice.push(line("可以少打几个字，换一个说法，或从下面的目录找。"));
  tell(...advice);
};

const failed = ({ outdated }) => {
  say(outdated ? "网站刚刚更新过，请再试一次。" : "搜索要用的数据没有取到，请检查网络。");
  tell(line(button("再试一次", async () => {
    if (outdated) location.reload();
    else {
      await ask("forget");
      run();
    }
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
    const found = await ask("find", want.q, want, amount);
    if (mine !== turn || !found) return;
    const { results, left } = found;
    rows.textContent = "";
    tell();
    list(results);
    more.hidden = !left;
    ways.hidden = results.length > 0;
    if (found.empty) say("请打要找的字词。");
    else if (!results.length) await nothing(mine, want);
    else sum(found);
    if ([...want.q].length > LONGEST) tell(line(`打的字太多，只找了前 ${LONGEST} 个字。`));
    if (mine !== turn) return;
    if (!results.length && !found.candidates) {
      narrow.hidden = !NAMES.some((name) => want[name]);
      return;
    }
    await offer(mine, want);
    if (mine === turn && left && left <= VERIFIED_UNASKED) await verifyRest(mine, want);
  } catch (error) {
    if (mine !== turn) return;
    if (error.outdated && again) {
      await ask("forget");
      run(amount, false);
    } else failed(error);
  }
};

// Few are left: look at them all, so that the count is exact. Those beyond the first page wait behind the button.
const verifyRest = async (mine, want) => {
  const others = await ask("more", VERIFIED_UNASKED);
  if (mine !== turn || !others) return;
  waiting = others.results;
  more.hidden = !waiting.length;
  sum(others);
  await offer(mine, want);
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
  const mine = turn;
  try {
    if (waiting.length) {
      list(waiting.splice(0, AT_ONCE));
      more.hidden = !waiting.length;
    } else {
      const found = await ask("more", AT_ONCE);
      if (mine !== turn || !found) return;
      list(found.results);
      more.hidden = !found.left;
      sum(found);
    }
    history.replaceState({ listed }, "");
    const first = rows.children[before];
    if (first) first.querySelector("a").focus();
  } catch (error) {
    if (mine === turn) failed(error);
  }
});
addEventListener("popstate", restore);
// On a wide page there is room for all choices; on a phone they unfold.
narrow.open = matchMedia("(min-width: 600px)").matches || NAMES.some((name) => new URLSearchParams(location.search).get(name));
restore();
