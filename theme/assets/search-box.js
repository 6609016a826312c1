// The search box in the masthead: the first results while typing; on small screens it opens as a sheet.
// The engine is fetched when somebody comes to search, not before.
const form = document.getElementById("finder");
const field = document.getElementById("finder-q");
const found = document.getElementById("finder-found");
const said = document.getElementById("finder-said");
const close = form.querySelector(".finder__close");
const own = document.getElementById("search-q");
const SHOWN = 6;
const PAUSE = 40;

let tools = null;
let timer = 0;
let turn = 0;
let chosen = -1;

const load = () => {
  tools = tools || Promise.all([import("./search-client.js"), import("./search-results.js")]).then(([{ openDesk }, draw]) => {
    const ask = openDesk(form.dataset.index);
    ask("open").catch(() => {});
    return { ask, draw };
  });
  tools.catch(() => { tools = null; });
  return tools;
};

const options = () => [...found.querySelectorAll('[role="option"]')];

const choose = (place) => {
  const all = options();
  chosen = all.length ? (place + all.length + 1) % (all.length + 1) : -1;
  if (chosen === all.length) chosen = -1;
  all.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
  if (chosen < 0) field.removeAttribute("aria-activedescendant");
  else {
    field.setAttribute("aria-activedescendant", all[chosen].id);
    all[chosen].scrollIntoView({ block: "nearest" });
  }
};

const hide = () => {
  turn += 1;
  found.hidden = true;
  found.textContent = "";
  field.setAttribute("aria-expanded", "false");
  choose(-1);
};

const searchUrl = (query) => `${form.action}?${new URLSearchParams({ q: query })}`;

const show = async () => {
  const query = field.value.trim();
  if (!query) {
    said.textContent = "";
    hide();
    return;
  }
  const mine = ++turn;
  try {
    const { ask, draw } = await load();
    const answer = await ask("find", query, {}, SHOWN);
    if (mine !== turn || !answer) return;
    const { results, total, left } = answer;
    found.textContent = "";
    results.forEach((result, at) => {
      const option = draw.element("a");
      option.href = draw.address(form.dataset.prefix, result);
      draw.marked(option.appendChild(draw.element("b")), result.title, result.titleMarks);
      option.append(draw.element("small", "", draw.facts(result).join(" · ")));
      option.id = `finder-${at}`;
      found.append(option);
    });
    const all = draw.element("a", "", results.length ? "看全部结果" : "没有找到。打开搜索页，看看有没有相近的词");
    all.href = searchUrl(query);
    all.id = "finder-all";
    found.append(all);
    for (const option of found.children) {
      option.setAttribute("role", "option");
      option.tabIndex = -1;
    }
    said.textContent = results.length ? `${left ? "约 " : ""}${total} 条结果，用上下键选择` : "没有找到";
    found.hidden = false;
    field.setAttribute("aria-expanded", "true");
    choose(-1);
  } catch (error) {
    if (mine !== turn) return;
    found.textContent = "";
    const all = document.createElement("a");
    all.href = searchUrl(query);
    all.id = "finder-all";
    all.setAttribute("role", "option");
    all.tabIndex = -1;
    all.textContent = "没有取到数据，请检查网络。打开搜索页再试";
    found.append(all);
    said.textContent = all.textContent;
    found.hidden = false;
    field.setAttribute("aria-expanded", "true");
    if (tools) tools.then(({ ask }) => ask("forget")).catch(() => {});
  }
};

const rest = () => [...document.body.children].filter((node) => !node.contains(form))
  .concat([...form.parentElement.children, ...form.closest(".wrap").children, ...form.closest("header").children].filter((node) => !node.contains(form)));

const sheet = (open) => {
  form.classList.toggle("finder--sheet", open);
  document.documentElement.classList.toggle("sheet-open", open);
  close.hidden = !open;
  for (const node of rest()) node.inert = open;
  if (open) field.focus();
  else {
    hide();
    form.querySelector(".finder__go").focus();
  }
};

const isSheet = () => form.classList.contains("finder--sheet");

for (const [name, value] of Object.entries({
  role: "combobox", "aria-expanded": "false", "aria-controls": "finder-found", "aria-autocomplete": "list",
})) field.setAttribute(name, value);
found.setAttribute("role", "listbox");
found.setAttribute("aria-label", "搜索结果");

form.addEventListener("submit", (event) => {
  if (chosen >= 0) {
    event.preventDefault();
    options()[chosen].click();
  } else if (!field.offsetParent && !isSheet() && !own) {
    event.preventDefault();
    openSheet();
  } else if (isSheet()) {
    event.preventDefault();
    leave(searchUrl(field.value));
  } else if (own && !field.value) {
    event.preventDefault();
    own.focus();
  }
});

field.addEventListener("focus", () => load().catch(() => {}));

// A word that is still being composed is not searched for.
const later = (event) => {
  if (event.isComposing) return;
  clearTimeout(timer);
  timer = setTimeout(show, PAUSE);
};
field.addEventListener("input", later);
field.addEventListener("compositionend", () => later({ isComposing: false }));

field.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (found.hidden) return;
    event.preventDefault();
    choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? options().length - 1 : chosen - 1);
  } else if (event.key === "Escape") {
    if (!found.hidden && !isSheet()) hide();
    else if (isSheet()) closeSheet();
  }
});

// The sheet is a step of its own: the phone's back button closes it.
const openSheet = () => {
  history.pushState({ sheet: true }, "");
  sheet(true);
};

const closeSheet = () => {
  sheet(false);
  if (history.state && history.state.sheet) history.back();
};

addEventListener("popstate", () => {
  if (isSheet()) sheet(false);
});

// What is chosen in the sheet takes the sheet's place, so that going back leads to this page.
const leave = (address) => {
  if (history.state && history.state.sheet) location.replace(address);
  else location.assign(address);
};

found.addEventListener("click", (event) => {
  const option = event.target.closest("a");
  if (!option || !isSheet() || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  leave(option.href);
});

close.addEventListener("click", closeSheet);
form.addEventListener("focusout", (event) => {
  if (!isSheet() && !form.contains(event.relatedTarget)) hide();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName) || document.activeElement.isContentEditable) return;
  event.preventDefault();
  if (own) own.focus();
  else if (field.offsetParent) field.focus();
  else openSheet();
});
