// What the filters share: the choice in a form, the same choice in the address, the streets of a district.

const value = (field) => (field.type === "checkbox" ? (field.checked ? "1" : "") : field.value.trim());

// What is chosen, by name; fields left empty are not in it.
export const choice = (form, names) => {
  const want = {};
  for (const name of names) {
    const chosen = value(form.elements[name]);
    if (chosen) want[name] = chosen;
  }
  return want;
};

export const writeAddress = (want) => {
  const query = new URLSearchParams(want).toString();
  history.replaceState(null, "", location.pathname + (query ? `?${query}` : "") + location.hash);
};

// Sets the fields to what the address says; a value that no option has means no choice.
export const readAddress = (form, names) => {
  const asked = new URLSearchParams(location.search);
  for (const name of names) {
    const field = form.elements[name];
    const wanted = asked.get(name);
    if (!wanted) continue;
    if (field.type === "checkbox") field.checked = wanted === "1";
    else field.value = wanted;
    if (field.selectedIndex < 0) field.selectedIndex = 0;
  }
  return asked;
};

// Gives a select these options, pairs of id and name, after its first; keeps the choice while it is offered.
export const offer = (field, options, chosen) => {
  const before = chosen || field.value;
  field.length = 1;
  for (const [id, name] of options) field.add(new Option(name, id));
  field.value = options.some((each) => each[0] === before) ? before : "";
};
