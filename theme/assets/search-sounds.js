// What letters of pinyin may mean: words out of the site's own names and titles, the best known first.
import { fold } from "./search-folding.js";

const MOST = 12;
const TITLE = 10, MOST_NAMES = 9;

const readSounds = (table) => {
  const sounds = new Map();
  for (const line of table.split("\n")) {
    const syllable = line.match(/^[a-z]*/)[0];
    for (const character of line.slice(syllable.length)) sounds.set(character, syllable);
  }
  return sounds;
};

// The site's names and titles, and how characters are read.
export const wordsAndSounds = (index) => Promise.all([
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
