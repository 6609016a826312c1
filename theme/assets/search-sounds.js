// How the site's own names and titles sound: what letters of pinyin may mean, and what a wrong character was meant for.
import { fold, sort, SOLID } from "./search-folding.js";

const MOST = 12, MOST_NEAR = 3;
const LONGEST_QUERY = 12;
// What says nothing of what is looked for.
const IDLE = /怎么样?|怎样|如何|哪里|哪儿|什么|可以|我想|我要|有没有|请问|附近|[的了吗呢吧]/u;
const TITLE = 10, MOST_NAMES = 9;
// Each costs up to 66 searches.
const MOST_PARTS = 4;

const readSounds = (table) => {
  const sounds = new Map();
  for (const line of table.split("\n")) {
    const syllable = line.match(/^[a-z]*/)[0];
    for (const character of line.slice(syllable.length)) sounds.set(character, syllable);
  }
  return sounds;
};

// The site's names and titles, and how characters are read.
const wordsAndSounds = (index) => Promise.all([
  index.other("words", (answer) => answer.json()),
  index.other("sounds", (answer) => answer.text().then(readSounds)),
]);

// The pieces of a name that are read `letters`: in full, or by first letters.
const piecesOf = (name, sounds, letters) => {
  const characters = [...name];
  const syllables = characters.map((each) => sounds.get(each) || each.toLowerCase());
  const found = new Set();
  syllables.forEach((_, at) => {
    let spelt = "", end = at;
    while (end < syllables.length && spelt.length < letters.length) spelt += syllables[end++];
    if (spelt.startsWith(letters)) found.add(characters.slice(at, end).join(""));
    end = at + letters.length;
    if (syllables.slice(at, end).map((each) => each[0]).join("") === letters) found.add(characters.slice(at, end).join(""));
  });
  return found;
};

// How well known each of the documents is by a word that is read `letters`: by the number of pages and of titles that have
// the word, and of names of people, places, campaigns and the like that it is in. Number of a document => weight.
export const fame = async (search, letters) => {
  const [{ known, titles }, sounds] = await wordsAndSounds(search.index);
  const times = new Map();
  const count = (names, part) => {
    for (const name of names) {
      for (const piece of piecesOf(name, sounds, letters)) {
        if (!times.has(piece)) times.set(piece, [0, 0]);
        times.get(piece)[part] += 1;
      }
    }
  };
  count(known, 0);
  count(titles, 1);
  const likely = [...times].filter(([word]) => [...word].length > 1)
    .map(([word, [inNames, inTitles]]) => [word, 1 + Math.min(inNames, MOST_NAMES), inNames + inTitles])
    .sort((a, b) => b[1] * b[2] - a[1] * a[2]).slice(0, MOST);
  const weights = new Map();
  await Promise.all(likely.map(async ([word, factor]) => {
    const { all, title } = await search.lists(fold(word).text);
    const weight = (all.length + TITLE * title.length) * factor;
    for (const number of title) weights.set(number, Math.max(weight, weights.get(number) || 0));
  }));
  return weights;
};

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

// When nothing is found: up to three words that sound like what was typed, or differ in one character, and would find
// something, the likeliest first.
export const nearWords = async (engine, query) => {
  const typed = [...query.normalize("NFKC").replace(/\s+/gu, "")];
  const size = typed.length;
  if (size < 2 || size > LONGEST_QUERY) return [];
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
  const likely = [...scored].sort((a, b) => a[1] - b[1]).slice(0, 2 * MOST_NEAR).map(([word]) => word);
  const searches = await Promise.all(likely.map((word) => engine.search(word, false)));
  return likely.filter((_, at) => searches[at].total > 0).slice(0, MOST_NEAR);
};

// When nothing is found: pieces of what was typed that some page has, those that most pages have first.
export const piecesFound = async (engine, words) => {
  const found = new Map();
  const has = async (piece) => {
    const search = await engine.search(piece, false);
    if (!(await search.more(1)).length) return false;
    found.set(piece, search.total);
    return true;
  };
  const parts = words.flatMap((word) => word.split(IDLE)).filter(Boolean).slice(0, MOST_PARTS);
  for (const part of parts) {
    const characters = [...part].slice(0, LONGEST_QUERY);
    if (!characters.every((each) => sort(each) === SOLID)) {
      if (parts.length > 1) await has(part);
      continue;
    }
    for (let start = 0, end; start + 1 < characters.length; start = Math.max(start + 1, end)) {
      end = characters.length;
      while (end - start > 1 && !await has(characters.slice(start, end).join(""))) end -= 1;
      if (end - start < 2) end = start;
    }
  }
  return [...found].sort((a, b) => b[1] - a[1]).map(([piece]) => piece).slice(0, MOST_NEAR);
};
