// Pairs of neighbouring characters and their hashes: as generator/search/terms.py makes them.
import { fold, sort, SOLID, DIGIT } from "./search-folding.js";

const SINGLE = 0x110001, BEGINS = 0x110002, WHOLE = 0x110003, SPELT = 0x120000, INITIALS = 0x130000;

export const pairHash = (first, second) => {
  let mixed = Math.imul(first, 0x9e3779b1);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed + second, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

// The terms that every text with `word` (folded) has.
export const termsOf = (word) => {
  const characters = [...word];
  const terms = new Set();
  let before = -1;
  for (const character of characters) {
    const kind = sort(character);
    if (kind > DIGIT) {
      before = -1;
      continue;
    }
    const code = character.codePointAt(0);
    if (before >= 0) terms.add(pairHash(before, code));
    if (kind !== SOLID && (before < 0 || sort(String.fromCodePoint(before)) !== kind)) terms.add(pairHash(BEGINS, code));
    else if (characters.length === 1) terms.add(pairHash(code, SINGLE));
    before = code;
  }
  return [...terms];
};

// The pairs of `word` (folded), each with the place of its first character in the word.
export const pairsOf = (word) => {
  const pairs = [];
  let before = -1, place = 0;
  for (const character of word) {
    const code = character.codePointAt(0);
    if (sort(character) > DIGIT) before = -1;
    else {
      if (before >= 0) pairs.push([pairHash(before, code), place - 1]);
      before = code;
      place += 1;
    }
  }
  return pairs;
};

// The term between two words that stand side by side; null when a blank or a mark would lie between them.
export const junction = (left, right) => {
  const last = [...left].pop(), first = [...right][0];
  if (sort(last) !== SOLID && sort(first) !== SOLID) return null;
  return pairHash(last.codePointAt(0), first.codePointAt(0));
};

// The term of a title that is exactly `text`.
export const wholeTitle = (text) => {
  let digest = 0x811c9dc5;
  for (const character of fold(text).text) {
    if (sort(character) <= DIGIT) digest = Math.imul(digest ^ character.codePointAt(0), 0x01000193) >>> 0;
  }
  return pairHash(digest, WHOLE);
};

// The terms of titles that are read `letters`: written in full, and by first letters.
export const soundTerms = (letters) => [SPELT, INITIALS].map((base) => {
  const terms = new Set();
  for (let at = 0; at + 1 < letters.length; at += 1) terms.add(pairHash(base + letters.charCodeAt(at), letters.charCodeAt(at + 1)));
  return [...terms];
});

// Whether syllables, set apart by blanks, are read `letters` from some syllable on.
export const soundsLike = (syllables, letters) => {
  const each = syllables.split(" ");
  const initials = each.map((syllable) => syllable[0]).join("");
  if (initials.includes(letters)) return true;
  return each.some((_, at) => each.slice(at).join("").startsWith(letters));
};
