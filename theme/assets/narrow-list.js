// Narrows a list that stands on several pages. One file holds all its rows; the choice stands in the address. Without
// this script the pages are there, in order.
import { choice, readAddress, writeAddress } from "./filter.js";

const form = document.getElementById("filter");
const found = document.getElementById("found");
const list = found.querySelector("ul");
const whole = document.getElementById("whole");
const count = document.getElementById("count");
const more = document.getElementById("more");
const clear = document.getElementById("clear");
const blank = document.getElementById("row").content;
const fields = [...form.elements].map((each) => each.name).filter(Boolean);
const AT_ONCE = 24;

let rows = null;
let loading = null;
let fits = [];
let shown = 0;

const plain = (text) => text.normalize("NFKC").toLowerCase();

const read = ({ columns, words, rows: raw }) => raw.map((values) => {
  const row = Object.fromEntries(columns.map((name, at) => [name, values[at]]));
  row.words = plain(words.map((name) => row[name]).join("\n"));
  return row;
});

const load = () => {
  loading = loading || fetch(form.dataset.index)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then((raw) => {
      rows = read(raw);
    })
    .catch(() => {
      loading = null;
      count.textContent = "筛选要用的数据没有取到。请检查网络，再试一次；下面是完整的名单。";
    });
  return loading;
};

const fitting = ({ q, ...want }) => {
  const words = plain(q || "").split(/\s+/).filter(Boolean);
  return rows.filter((row) => words.every((word) => row.words.includes(word))
    && Object.entries(want).every(([name, id]) => (Array.isArray(row[name]) ? row[name].includes(id) : row[name] === id)));
};

// Elements of the blank row name the columns that fill them; what has nothing to say is left out.
const draw = (row) => {
  const item = document.importNode(blank, true);
  for (const node of item.querySelectorAll("[data-href]")) node.href = form.dataset.root + row[node.dataset.href];
  for (const node of item.querySelectorAll("[data-src]")) {
    node.src = form.dataset.root + row[node.dataset.src];
    node.alt = row.alt;
    node.width = row.width;
    node.height = row.height;
  }
  for (const node of item.querySelectorAll("[data-part]")) {
    if (row[node.dataset.part]) node.textContent = row[node.dataset.part];
    else node.remove();
  }
  return item;
};

const grow = () => {
  const part = document.createDocumentFragment();
  part.append(...fits.slice(shown, shown + AT_ONCE).map(draw));
  const first = part.querySelector("a");
  shown = Math.min(fits.length, shown + AT_ONCE);
  list.append(part);
  more.hidden = shown >= fits.length;
  return first;
};

const narrow = () => {
  const want = choice(form, fields);
  const chosen = Object.keys(want).length > 0;
  writeAddress(want);
  clear.hidden = !chosen;
  found.hidden = !chosen;
  whole.hidden = chosen;
  list.textContent = "";
  fits = chosen ? fitting(want) : [];
  shown = 0;
  grow();
  const none = "没有符合条件的。换一个词，或把条件放宽一些。";
  count.textContent = chosen ? (fits.length && `找到 ${fits.length} 条。`) || none : "";
};

const update = () => load().then(() => rows && narrow());

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("focusin", load);
form.addEventListener("input", update);
clear.addEventListener("click", () => {
  form.reset();
  narrow();
  form.elements.q.focus();
});
more.addEventListener("click", () => {
  const first = grow();
  if (first) first.focus();
});

readAddress(form, fields);
if (Object.keys(choice(form, fields)).length) update();
