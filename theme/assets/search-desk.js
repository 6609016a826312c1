// One reader's search: finds, counts, goes on. The last question asked counts; answers to earlier ones are dropped.
import { Index } from "./search-index.js";
import { Engine } from "./search-engine.js";
import { nearWords, piecesFound } from "./search-sounds.js";

export const NAMES = ["kind", "district", "category", "year"];

// What a document has in a facet; categories are several.
const valuesOf = (facets, name, number) => {
  const place = facets.of[NAMES.indexOf(name)].charCodeAt(number) - 48;
  if (name === "category") return facets.sets[place].map((each) => facets.category[each][0]);
  if (name === "year") return facets.year[place] ? [String(facets.year[place])] : [];
  const [id] = facets[name][place];
  return id ? [id] : [];
};

const fits = (facets, want, number, except = "") => NAMES.every((name) => (
  name === except || !want[name] || valuesOf(facets, name, number).includes(want[name])));

const label = (facets, name, id) => (name === "year" ? `${id}年` : (facets[name].find((each) => each[0] === id) || [id, id])[1]);

export class Desk {
  constructor(base) {
    this.index = new Index(base);
    this.engine = new Engine(this.index);
    this.turn = 0;
  }

  open() {
    return this.index.open().then(() => null);
  }

  // After the site was published anew, or the network failed.
  forget() {
    this.index.forget();
  }

  // The first results for what is wanted; null when something else was asked meanwhile.
  async find(query, want, amount) {
    const mine = ++this.turn;
    const found = await this.engine.search(query);
    const narrowed = NAMES.some((name) => want[name]);
    const facets = narrowed && await this.engine.facets();
    if (mine !== this.turn) return null;
    if (narrowed) found.narrow((number) => fits(facets, want, number));
    this.search = found;
    return this.more(amount);
  }

  async more(amount) {
    const { search } = this;
    const results = await search.more(amount);
    const { total, left, also, words, candidates } = search;
    return search === this.search ? { results, total, left, also, candidates: candidates.size, empty: !words.length } : null;
  }

  // The choices by which results can be narrowed, each with how many candidates it would leave: name => [id, label, count].
  async counts(want) {
    const { search } = this;
    const facets = await this.engine.facets();
    const choices = {};
    for (const name of NAMES) {
      const counts = new Map();
      for (const number of search.candidates) {
        if (search.gone.has(number) || !fits(facets, want, number, name)) continue;
        for (const id of valuesOf(facets, name, number)) counts.set(id, (counts.get(id) || 0) + 1);
      }
      const order = name === "year"
        ? [...counts.keys()].sort().reverse()
        : facets[name].map((each) => each[0]).filter((id) => counts.has(id));
      if (want[name] && !order.includes(want[name])) order.push(want[name]);
      choices[name] = order.map((id) => [id, label(facets, name, id), counts.get(id) || 0]);
    }
    return choices;
  }

  near(query) {
    return nearWords(this.engine, query);
  }

  pieces() {
    return piecesFound(this.engine, this.search.words);
  }
}

// In a worker of its own, a desk does what it is asked.
if (typeof document === "undefined") {
  let desk;
  onmessage = async ({ data: [turn, base, act, ...given] }) => {
    desk = desk || new Desk(base);
    try {
      postMessage([turn, await desk[act](...given)]);
    } catch (error) {
      postMessage([turn, null, error.message, Boolean(error.outdated)]);
    }
  };
}
