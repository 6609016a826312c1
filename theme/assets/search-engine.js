// Finds pages: candidates from the index, best rank first, each verified in its own text before it is shown.
import { fold, find, learnTraditional, mayBeTraditional } from "./search-folding.js";
import { fame } from "./search-sounds.js";
import { junction, pairsOf, soundsLike, soundTerms, termsOf, wholeTitle } from "./search-terms.js";

export const LONGEST = 120;
const MOST_TERMS = 16;
const TIERS = 8;
// When more than so many texts were looked at in vain, and most of all, and more than so many are left, places are asked.
const LOOKED_AT = 5;
const FEW_LEFT = 16;
const NAMED = 0, SOUNDS = 2;
// A passage: characters before its first match, in all, and of lines so short that their neighbours are shown with them.
const BEFORE = 24, PASSAGE = 84, SHORT = 36;
const MOST_SPANS = 200;
// Of so many matches the one with most of the words around it is shown.
const MOST_TRIED = 30;
const LONGEST_SOUND = 30;

const intersect = (lists) => {
  if (!lists.length) return [];
  const [least, ...others] = [...lists].sort((a, b) => a.length - b.length);
  let left = Array.from(least);
  for (const list of others) {
    let at = 0;
    left = left.filter((number) => {
      while (at < list.length && list[at] < number) at += 1;
      return list[at] === number;
    });
  }
  return left;
};

// In which of the documents `numbers` the pairs of a word may follow each other: the places of each pair, turned back to
// those of the first, have one in common.
const following = async (index, word, numbers) => {
  let left = numbers;
  let masks = new Uint8Array(numbers.length).fill(255);
  const known = await Promise.all(pairsOf(word).map(async ([term, place]) => (
    [place % 8, await index.places(term), (await index.postings(term))[0]])));
  for (const [turn, places, list] of known) {
    if (!places) continue;
    const kept = [], bits = [];
    let at = 0;
    left.forEach((number, one) => {
      while (list[at] < number) at += 1;
      const mask = masks[one] & (places[at] >> turn | places[at] << (8 - turn));
      if (!mask) return;
      kept.push(number);
      bits.push(mask);
    });
    left = kept;
    masks = bits;
  }
  return left;
};

// The words of a query, folded; what stands in quotation marks is one word. A sentence's end parts words too.
export const wordsOf = (query) => {
  const words = [];
  for (const [, quoted, bare] of query.normalize("NFC").matchAll(/["“”]([^"“”]*)["“”]?|([^\s"“”]+)/gu)) {
    for (const word of fold(quoted === undefined ? bare : quoted).text.split("\n")) if (word) words.push(word);
  }
  return [...new Set(words)];
};

// The letters of pinyin that a query may be: written as one, or syllables set apart.
const lettersOf = (query) => {
  const letters = fold(query).text.replace(/[\s'’-]/gu, "");
  return /^[a-z]{2,}$/.test(letters) && letters.length <= LONGEST_SOUND ? letters : "";
};

// Where in `source` a passage begins whose first match is at `begin`, and where one that begins there may end: with a sentence
// or a clause, within its paragraph, and with the next ones where that is short.
const frame = (source, begin, end) => {
  let line = source.lastIndexOf("\n", begin - 1) + 1;
  const lineEnd = (at) => (source.indexOf("\n", at) < 0 ? source.length : source.indexOf("\n", at));
  let stop = lineEnd(end);
  while (stop - line < SHORT && stop < source.length) stop = lineEnd(stop + 1);
  while (stop - line < SHORT && line > 0) line = source.lastIndexOf("\n", line - 2) + 1;
  let from = Math.max(line, begin - BEFORE);
  if (from > line) {
    const lead = source.slice(from, begin);
    const ends = [...lead.matchAll(/[。！？!?；\n][”’」』）]*/gu)];
    const cut = ends.length ? ends[ends.length - 1] : lead.match(/[，：、]/u);
    if (cut) from += cut.index + cut[0].length;
  }
  let to = Math.min(stop, Math.max(end, from + PASSAGE));
  if (/[\udc00-\udfff]/.test(source[from] || "")) from -= 1;
  if (/[\udc00-\udfff]/.test(source[to] || "")) to += 1;
  return { from, to, cutBefore: from > line, cutAfter: to < stop };
};

const shortened = (text, most) => [...text.slice(0, 2 * most)].slice(0, most).join("");

export class Search {
  // `letters` are the query as pinyin; "" when it cannot be that.
  constructor(index, words, groups, letters) {
    this.index = index;
    this.words = words;
    this.also = [];
    // Each word with what means the same.
    this.choices = words.map((word) => {
      const same = groups.filter((group) => group.includes(word)).flat();
      const choice = [...new Set([word, ...same])];
      this.also.push(...choice.slice(1));
      return choice;
    });
    // Whether places can tell more than pairs: only of words with more than one pair.
    this.long = this.choices.some((choice) => choice.some((word) => [...word].length > 2));
    this.sieved = false;
    this.letters = letters;
    this.queues = Array.from({ length: TIERS }, () => []);
    this.tier = 0;
    this.candidates = new Set();
    this.verified = new Set();
    this.gone = new Set();
    this.found = [];
  }

  // Looks the candidates up. `query` is what was typed.
  async prepare(query) {
    if (!this.words.length) return;
    const [[whole], perWord] = await Promise.all([
      this.index.postings(wholeTitle(query.normalize("NFC"))),
      Promise.all(this.choices.map((choice) => Promise.all(choice.map((word) => this.lists(word))))),
    ]);
    this.having = perWord.map((choices) => choices.map((one) => one.all));
    const united = perWord.map((choices) => (choices.length < 2 ? choices[0] : {
      all: [...new Set(choices.flatMap((one) => one.all))].sort((a, b) => a - b),
      title: choices.flatMap((one) => one.title),
      summary: choices.flatMap((one) => one.summary),
    }));
    const all = intersect(united.map((one) => one.all));
    const adjacent = await this.adjacent(all);
    const names = new Set(whole);
    const [titled, summed] = ["title", "summary"].map((part) => united.map((one) => new Set(one[part])));
    const put = (number, tier) => {
      this.candidates.add(number);
      this.queues[tier].push(number);
    };
    for (const number of all) {
      const place = titled.every((one) => one.has(number)) ? 0 : titled.every((one, at) => one.has(number) || summed[at].has(number)) ? 1 : 2;
      put(number, names.has(number) ? NAMED : 1 + place * 2 + (!adjacent || adjacent.has(number) ? 0 : 1));
    }
    for (const number of names) if (!this.candidates.has(number)) put(number, NAMED);
    const sounding = this.letters ? await this.sounding() : new Set();
    for (const number of sounding) if (!this.candidates.has(number)) put(number, SOUNDS);
    const known = sounding.size > 1 ? await fame(this, this.letters) : new Map();
    for (const queue of this.queues) queue.sort((a, b) => b - a);
    this.queues[SOUNDS].sort((a, b) => (known.get(b) || 0) - (known.get(a) || 0) || b - a);
  }

  async lists(word) {
    const lists = await Promise.all(termsOf(word).slice(0, MOST_TERMS).map((term) => this.index.postings(term)));
    const [all, title, summary] = [0, 1, 2].map((part) => intersect(lists.map((list) => list[part])));
    return { all, title, summary };
  }

  // Candidates in which the words may stand side by side as they were typed; null stands for all.
  async adjacent(all) {
    if (this.words.length < 2) return null;
    const joints = this.words.slice(1).map((word, at) => junction(this.words[at], word));
    if (joints.includes(null)) return new Set();
    const lists = await Promise.all(joints.map((term) => this.index.postings(term)));
    return new Set(intersect([all, ...lists.map((list) => list[0])]));
  }

  async sounding() {
    const ways = await Promise.all(soundTerms(this.letters).map(async (terms) => (
      intersect((await Promise.all(terms.map((term) => this.index.postings(term)))).map((list) => list[0])))));
    return new Set(ways.flat());
  }

  // Keeps the candidates for which `fits(number)`.
  narrow(fits) {
    this.queues = this.queues.map((queue) => queue.filter(fits));
    this.shown = new Set([...this.candidates].filter(fits));
  }

  // Drops candidates that have the pairs of a word, but nowhere one after the other.
  async sieve() {
    this.sieved = true;
    if (!this.long) return;
    const left = new Set(this.queues.flat());
    const perWord = await Promise.all(this.choices.map((choice, which) => Promise.all(choice.map((word, at) => (
      following(this.index, word, [...this.having[which][at]].filter((number) => left.has(number))))))));
    const words = perWord.map((lists) => new Set(lists.flat()));
    const fits = (number) => words.every((numbers) => numbers.has(number));
    this.queues = this.queues.map((queue, tier) => queue.filter((number) => {
      if (tier === NAMED || tier === SOUNDS && this.letters || fits(number)) return true;
      this.gone.add(number);
      return false;
    }));
  }

  get left() {
    return this.queues.reduce((sum, queue) => sum + queue.length, 0);
  }

  get total() {
    return this.found.length + this.left;
  }

  // Up to `count` more results in order of rank.
  async more(count) {
    const results = [];
    while (results.length < count && this.tier < TIERS) {
      if (!this.sieved && this.left > FEW_LEFT && this.gone.size > Math.max(LOOKED_AT, this.found.length)) await this.sieve();
      const queue = this.queues[this.tier];
      if (!queue.length) {
        this.tier += 1;
        continue;
      }
      const some = queue.slice(0, count - results.length);
      const rows = await Promise.all(some.map((number) => this.index.document(number)));
      queue.splice(0, some.length);
      some.forEach((number, at) => {
        const result = this.verify(rows[at]);
        if (!result) this.gone.add(number);
        else if (result.tier <= this.tier) {
          results.push({ ...result, number });
          this.found.push(number);
        } else {
          const later = this.queues[result.tier];
          const place = later.findIndex((other) => other < number);
          later.splice(place < 0 ? later.length : place, 0, number);
        }
      });
    }
    return results;
  }

  // What a document shows of the words; null when it does not have them all.
  verify([address, title, summary, text, sounds, kind, date, place, picture]) {
    const fields = [title, summary, text].map(fold);
    let worst = 0;
    for (const choice of this.choices) {
      const at = fields.findIndex((field) => choice.some((word) => find(field.text, word) >= 0));
      if (at < 0) worst = -1;
      if (worst >= 0) worst = Math.max(worst, at);
    }
    const head = { address, title, summary, kind, date, place, picture };
    if (worst < 0) {
      if (!this.letters || !soundsLike(sounds, this.letters)) return null;
      return { ...head, tier: SOUNDS, titleMarks: [], passage: summary || shortened(text.split("\n")[0], 80), passageMarks: [] };
    }
    const phrase = this.words.join("");
    const named = fields[0].text.replaceAll("\n", "") === phrase;
    const near = this.words.length < 2 || find(fields[worst].text, phrase) >= 0;
    const tier = named ? NAMED : 1 + worst * 2 + (near ? 0 : 1);
    return { ...head, tier, titleMarks: this.marks(fields[0]), ...this.passage([title, summary, text], fields) };
  }

  // Where the words stand in a folded field: begin and end in its source, and which word it is.
  spans(field) {
    const spans = [];
    this.choices.forEach((choice, which) => choice.forEach((word) => {
      for (let at = find(field.text, word), some = 0; at >= 0 && some < MOST_SPANS; some += 1) {
        spans.push([field.from[at], field.to[at + word.length - 1], which]);
        at = find(field.text, word, at + word.length);
      }
    }));
    return spans.sort((a, b) => a[0] - b[0]);
  }

  marks(field) {
    return this.spans(field).map(([begin, end]) => [begin, end]);
  }

  // The piece of the text, else of the summary, that shows most of the words.
  passage(sources, fields) {
    let best = null;
    for (const part of [2, 1]) {
      const spans = this.spans(fields[part]);
      for (const [at, [begin, end]] of spans.entries()) {
        if (at === MOST_TRIED || best && best.words === this.choices.length) break;
        const piece = frame(sources[part], begin, end);
        const marks = spans.filter((span) => span[0] >= piece.from && span[1] <= piece.to);
        const words = new Set(marks.map((span) => span[2])).size;
        if (!best || words > best.words) best = { ...piece, source: sources[part], marks, words };
      }
    }
    if (!best) return { passage: sources[1] || shortened(sources[2].split("\n")[0], 80), passageMarks: [] };
    const { source, from, to, marks, cutBefore, cutAfter } = best;
    const shift = (cutBefore ? 1 : 0) - from;
    return {
      passage: (cutBefore ? "…" : "") + source.slice(from, to).replaceAll("\n", " ") + (cutAfter ? "…" : ""),
      passageMarks: marks.map(([begin, end]) => [begin + shift, end + shift]),
    };
  }
}

export class Engine {
  constructor(index) {
    this.index = index;
  }

  // Searches for what was typed. Everything that has to be known beforehand is fetched once.
  async search(typed, synonyms = true) {
    const query = shortened(typed, LONGEST);
    if (mayBeTraditional(query.normalize("NFKC"))) learnTraditional(await this.index.other("traditional", (answer) => answer.text()));
    const groups = synonyms ? await this.index.other("synonyms", (answer) => answer.json()) : [];
    const folded = groups.map((group) => group.map((word) => fold(word).text));
    const search = new Search(this.index, wordsOf(query), folded, lettersOf(query));
    await search.prepare(query);
    return search;
  }

  facets() {
    return this.index.other("facets", (answer) => answer.json());
  }
}
