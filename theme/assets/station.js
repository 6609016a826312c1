// Says whether the station is open today and now. The hours in words stand beside it in any case.
import { state } from "./opening.js";

const line = document.getElementById("state");
const { weeks, calendar } = JSON.parse(line.dataset.opening);

const show = () => {
  const found = state(weeks, calendar, Date.now());
  const mark = document.createElement("b");
  mark.className = found.open ? "is-open" : "is-shut";
  mark.textContent = found.now;
  line.textContent = "";
  // A span of hours stays on one line.
  found.today.replace(/，$/, "").split(/(\d\d:\d\d—\d\d:\d\d、?)/).forEach((words, at) => {
    const part = document.createElement("span");
    part.className = at % 2 ? "nb" : "";
    part.textContent = words;
    line.append(part);
  });
  line.append(mark);
};

show();
setInterval(show, 60e3);
