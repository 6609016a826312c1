// What counts as the same character, and what lies between characters: as generator/search/folding.py says it.
export const SOLID = 0, LETTER = 1, DIGIT = 2, MARK = 3, BLANK = 4, END = 5, NOTHING = 6;

const known = new Map();
let simple = new Map();

// Takes the table of traditional characters over: pairs in lines, lines with # are remarks.
export const learnTraditional = (table) => {
  const pairs = [...table.split("\n").filter((line) => !line.startsWith("#")).join("")];
  simple = new Map();
  for (let at = 0; at + 1 < pairs.length; at += 2) simple.set(pairs[at], pairs[at + 1]);
  known.clear();
};

const sortOf = (character) => {
  const code = character.codePointAt(0);
  if ("。！？!?\n".includes(character)) return END;
  if ((code >= 0xfe00 && code < 0xfe10) || (code >= 0xe0100 && code < 0xe01f0)) return NOTHING;
  if (/[\p{Cf}\p{Cs}]/u.test(character)) return NOTHING;
  if (/[\p{Z}\p{Cc}]/u.test(character)) return BLANK;
  if (/[\p{P}\p{Sm}\p{Sc}\p{Sk}]/u.test(character)) return MARK;
  if (code >= 0x2e80 || !/[\p{L}\p{N}\p{M}]/u.test(character)) return SOLID;
  return /\p{N}/u.test(character) ? DIGIT : LETTER;
};

// The folded characters of one character, each with its sort.
const folded = (character) => {
  let found = known.get(character);
  if (!found) {
    const small = [...character.normalize("NFKC")].map((each) => each.toLowerCase()).join("");
    found = [...small].map((each) => {
      const last = (simple.get(each) || each).replace("ς", "σ");
      return [last, sortOf(last)];
    });
    known.set(character, found);
  }
  return found;
};

export const sort = (character) => folded(character)[0][1];

// A text as it is searched: `text`, and for each of its units where its character begins (`from`) and ends (`to`) in the
// source. A line break stands where a sentence ends; between two words stands what was written there; else nothing.
export const fold = (source) => {
  let text = "", last = SOLID, marks = "", blank = false, ended = false, at = 0;
  const from = [], to = [];
  const put = (piece, begin, end) => {
    text += piece;
    for (let unit = 0; unit < piece.length; unit += 1) {
      from.push(begin);
      to.push(end);
    }
  };
  for (const character of source) {
    const end = at + character.length;
    for (const [each, kind] of folded(character)) {
      if (kind === MARK) marks += each;
      else if (kind === BLANK) blank = true;
      else if (kind === END) ended = true;
      else if (kind !== NOTHING) {
        if (text && ended) put("\n", at, at);
        else if (text && (marks || blank) && last !== SOLID && kind !== SOLID) put(blank ? " " : marks, at, at);
        put(each, at, end);
        last = kind;
        marks = "";
        blank = false;
        ended = false;
      }
    }
    at = end;
  }
  return { text, from, to };
};

// Where `word` (folded) stands in a folded text, from `start` on; -1 when nowhere. What begins with a letter or a digit
// is found where a word or a number begins.
export const find = (text, word, start = 0) => {
  const kind = sort(String.fromCodePoint(word.codePointAt(0)));
  for (let at = text.indexOf(word, start); at >= 0; at = text.indexOf(word, at + 1)) {
    if (kind === SOLID || at === 0) return at;
    const before = text.charCodeAt(at - 1);
    const pair = before >= 0xdc00 && before < 0xe000 ? text.slice(at - 2, at) : text[at - 1];
    if (sort(pair) !== kind) return at;
  }
  return -1;
};

// Whether the table of traditional characters has to be asked: not for what GB 2312 holds, less its few traditional forms.
let common = null;
export const mayBeTraditional = (text) => {
  if (!common) {
    common = new Set();
    const bytes = [];
    for (let high = 0xb0; high < 0xf8; high += 1) for (let low = 0xa1; low < 0xff; low += 1) bytes.push(high, low);
    for (const each of new TextDecoder("gbk").decode(new Uint8Array(bytes))) common.add(each);
    for (const each of "乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽") common.delete(each);
  }
  for (const each of text) if (each.codePointAt(0) >= 0x2e80 && !common.has(each) && !/[\p{P}\p{S}]/u.test(each)) return true;
  return false;
};
