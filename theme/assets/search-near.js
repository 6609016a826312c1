// When nothing is found: words of the site that sound like what was typed, or differ in one character.
import { wordsAndSounds } from "./search-sounds.js";

const MOST = 3;

const distance = (a, b) => {
  const left = [...a], right = [...b];
  let row = right.map((_, at) => at + 1);
  left.forEach((one, i) => {
    let corner = i, before = i + 1;
    row = row.map((above, j) => {
      const value = Math.min(above + 1, before + 1, corner + (one === right[j] ? 0 : 1));
      corner = above;
      before = value;
      return value;
    });
  });
  return right.length ? row[right.length - 1] : left.length;
};

// Up to three words that would find something, the likeliest first.
export const nearWords = async (engine, query) => {
  const typed = [...query.normalize("NFKC").replace(/\s+/gu, "")];
  const size = typed.length;
  if (size < 2 || size > 12) return [];
  const [{ known, titles }, sounds] = await wordsAndSounds(engine.index);
  const names = [...known, ...titles];
  const read = (characters) => characters.map((each) => sounds.get(each) || each).join(" ");
  const said = read(typed);
  const whole = typed.join("");
  const scored = new Map();
  const propose = (word, score) => {
    if (word !== whole && (!scored.has(word) || scored.get(word) > score)) scored.set(word, score);
  };
  names.forEach((name, rank) => {
    const characters = [...name];
    const late = rank / (names.length + 1);
    for (let at = 0; at + size <= characters.length; at += 1) {
      const part = characters.slice(at, at + size);
      if (read(part) === said) propose(part.join(""), late);
      else if (size > 2) {
        const wrong = part.filter((each, place) => each !== typed[place]).length;
        if (wrong === 1) propose(part.join(""), 1 + late);
      }
    }
    if (size > 2 && Math.abs(characters.length - size) < 2 && distance(name, whole) === 1) propose(name, 0.5 + late);
  });
  const likely = [...scored].sort((a, b) => a[1] - b[1]).slice(0, 2 * MOST).map(([word]) => word);
  const searches = await Promise.all(likely.map((word) => engine.search(word, false)));
  return likely.filter((_, at) => searches[at].total > 0).slice(0, MOST);
};
