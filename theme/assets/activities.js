// Narrows the coming activities. All that is compared stands in the page; a long list goes on on pages of its own,
// which are fetched when somebody first narrows. The choice stands in the address.
import { choice, offer, readAddress, writeAddress } from "./filter.js";

const form = document.getElementById("filter");
const coming = document.getElementById("coming");
const others = [document.getElementById("past-ones"), document.getElementById("later-on")].filter(Boolean);
const count = document.getElementById("count");
const clear = document.getElementById("clear");
const fields = ["when", "district", "street", "age", "category", "family", "left"];
const ADULT = 18;
const streets = [...form.elements.street.options].slice(1)
  .map((each) => [each.value, each.text, each.dataset.district]);

let whole = !form.dataset.more;
let loading = null;

const offerStreets = (chosen) => {
  const district = form.elements.district.value;
  offer(form.elements.street, streets.filter((each) => !district || each[2] === district), chosen);
};

// Moves the activities of the further pages into this one.
const take = (text) => {
  const page = new DOMParser().parseFromString(text, "text/html");
  for (const group of page.querySelectorAll("#coming section")) {
    const here = document.getElementById(group.getAttribute("aria-labelledby"));
    if (here) here.closest("section").querySelector("ul").append(...group.querySelectorAll("ul > li"));
    else coming.append(document.importNode(group, true));
  }
};

const load = () => {
  loading = loading || Promise.all(form.dataset.more.split(" ").map((url) => fetch(url)
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))))
    .then((texts) => {
      texts.forEach(take);
      whole = true;
    })
    .catch(() => {
      loading = null;
    });
  return loading;
};

// true or false, or null when the activity does not say for what age it is.
const suits = (age, { from, to, seniors }) => {
  if (age === "senior") return seniors !== undefined;
  if (from === undefined && to === undefined) return Number(age) >= ADULT || null;
  return Number(age) >= Number(from || 0) && Number(age) <= Number(to || Infinity);
};

const fits = (want, span, own) => {
  if (span && (own.first > span.last || own.last < span.first)) return false;
  if (want.district && own.district !== want.district) return false;
  if (want.street && own.street !== want.street) return false;
  if (want.category && !own.categories.split(" ").includes(want.category)) return false;
  if (want.family && own.family === undefined) return false;
  if (want.left && own.left === undefined) return false;
  return want.age ? suits(want.age, own) : true;
};

const narrow = () => {
  const want = choice(form, fields);
  const chosen = Object.keys(want).length > 0;
  const span = want.when ? form.elements.when.selectedOptions[0].dataset : null;
  let found = 0;
  let unsure = 0;
  for (const group of coming.querySelectorAll("section")) {
    let here = 0;
    for (const item of group.querySelectorAll("ul > li")) {
      const fit = fits(want, span, item.dataset);
      item.hidden = !fit;
      here += fit ? 1 : 0;
      unsure += fit === null ? 1 : 0;
    }
    group.querySelector("[data-part=count]").textContent = here;
    group.hidden = !here;
    found += here;
  }
  writeAddress(want);
  clear.hidden = !chosen;
  for (const other of others) other.hidden = chosen;
  if (!chosen) {
    count.textContent = "";
    return;
  }
  const doubt = unsure ? `另有 ${unsure} 场没有写明年龄，没有列入。` : "";
  const part = whole ? "" : "后面的活动没有取到，这里只找了前面的；请检查网络，再试一次。";
  count.textContent = (found ? `找到 ${found} 场活动。` : "没有符合条件的活动。换一天、换个区县，或清除条件看全部近期活动。")
    + doubt + part;
};

const update = () => {
  if (whole || !Object.keys(choice(form, fields)).length) narrow();
  else load().then(narrow);
};

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", ({ target }) => {
  if (target.name === "district") offerStreets();
  update();
});
clear.addEventListener("click", () => {
  form.reset();
  offerStreets();
  narrow();
  form.elements.when.focus();
});

const asked = readAddress(form, fields);
offerStreets(asked.get("street"));
// On a wide page there is room for all choices; on a phone they unfold.
document.getElementById("finer").open = matchMedia("(min-width: 600px)").matches
  || ["street", "age", "category"].some((name) => asked.get(name));
if (Object.keys(choice(form, fields)).length) update();
