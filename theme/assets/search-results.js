// Draws what was found. Words from the index are always text, never markup.
export const marked = (node, text, marks) => {
  let done = 0;
  for (const [begin, end] of marks) {
    if (begin < done) continue;
    node.append(text.slice(done, begin));
    const mark = document.createElement("mark");
    mark.textContent = text.slice(begin, end);
    node.append(mark);
    done = end;
  }
  node.append(text.slice(done));
  return node;
};

export const element = (name, css = "", text = "") => {
  const node = document.createElement(name);
  if (css) node.className = css;
  if (text) node.textContent = text;
  return node;
};

export const facts = (result) => [result.kind, result.place, result.date].filter(Boolean);

export const address = (prefix, result) => prefix + result.address.split("/").map(encodeURIComponent).join("/");

// One row of the search page.
export const row = (result, prefix) => {
  const item = element("li", "row");
  if (result.picture) {
    const frame = element("div", "pic");
    const image = element("img");
    image.alt = "";
    image.loading = "lazy";
    image.src = result.picture;
    frame.append(image);
    item.append(frame);
  }
  const text = element("div", "row__text");
  const kicker = element("p", "kicker", result.kind);
  if (result.place) kicker.append(element("span", "dot", result.place));
  const heading = element("h2");
  const link = element("a", "over");
  link.href = address(prefix, result);
  heading.append(marked(link, result.title, result.titleMarks));
  text.append(kicker, heading);
  if (result.passage) text.append(marked(element("p", "row__summary"), result.passage, result.passageMarks));
  if (result.date) text.append(element("p", "meta", result.date));
  item.append(text);
  return item;
};
