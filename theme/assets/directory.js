// Narrows the station directory as one types or chooses; the choice stands in the address.
const form = document.getElementById("filter");

if (form) {
  const groups = [...document.querySelectorAll(".group-of")].map((section) => ({
    section,
    rows: [...section.querySelectorAll("li[data-area]")].map((row) => ({
      row,
      area: row.dataset.area,
      services: row.dataset.services.split("|"),
      words: `${row.querySelector(".station__who").textContent} ${row.dataset.services}`.toLowerCase(),
    })),
  }));
  const count = form.querySelector(".filter__count");
  const none = document.getElementById("none");
  const fields = ["q", "district", "service", "area"];

  const narrow = () => {
    const want = Object.fromEntries(fields.map((name) => [name, form.elements[name].value.trim()]));
    const words = want.q.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const group of groups) {
      let here = 0;
      for (const entry of group.rows) {
        const fits =
          (!want.district || want.district === group.section.id) &&
          (!want.area || want.area === entry.area) &&
          (!want.service || entry.services.includes(want.service)) &&
          words.every((word) => entry.words.includes(word));
        entry.row.hidden = !fits;
        here += fits;
      }
      group.section.hidden = !here;
      shown += here;
    }
    none.hidden = shown > 0;
    const chosen = fields.filter((name) => want[name]);
    count.textContent = chosen.length ? `找到 ${shown} 个站点` : "";
    const query = new URLSearchParams(chosen.map((name) => [name, want[name]])).toString();
    history.replaceState(null, "", location.pathname + (query ? `?${query}` : "") + location.hash);
  };

  const asked = new URLSearchParams(location.search);
  for (const name of fields) {
    if (asked.get(name)) form.elements[name].value = asked.get(name);
  }
  form.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => event.preventDefault());
  narrow();
}
