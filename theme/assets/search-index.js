// Fetches and reads the files of the index: manifest, tables of names, shards, places, text blocks (see generator/search/).
const FORMAT = 2;
const NAME_BYTES = 3;

// The site was published anew meanwhile: a file that the manifest names is not there any more, or files are other than
// this script knows them.
const outdated = (name) => Object.assign(new Error(name), { outdated: true });

const NONE = new Uint32Array(0);

const reader = (bytes) => {
  let at = 0;
  const next = () => {
    let value = 0, shift = 0, byte;
    do {
      byte = bytes[at];
      at += 1;
      value += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte > 127);
    return value;
  };
  return { next, skip: (count) => { at += count; return at - count; }, place: () => at };
};

// The sections of a shard, or the one of its places: by the rest of a term's hash, where its list lies.
const sections = (bytes) => {
  const read = reader(bytes);
  const parts = [];
  while (read.place() < bytes.length) {
    const terms = read.next();
    const directory = read.next();
    const lists = read.next();
    let list = read.place() + directory, rest = 0;
    const found = new Map();
    for (let term = 0; term < terms; term += 1) {
      rest += read.next();
      const size = read.next();
      found.set(rest, [list, size >>> 1, size & 1]);
      list += size >>> 1;
    }
    read.skip(lists);
    parts.push(found);
  }
  return { bytes, parts };
};

// Without a network, what was fetched before can still be searched.
const get = (url, cache = "default") => fetch(url, { cache }).catch(() => fetch(url, { cache: "force-cache" }));

const bytesOf = async (answer) => new Uint8Array(await answer.arrayBuffer());

const numbers = (bytes, [start, length, isMap]) => {
  const part = bytes.subarray(start, start + length);
  const found = [];
  if (isMap) {
    for (let at = 0; at < length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) if (part[at] >> bit & 1) found.push(at * 8 + bit);
    }
  } else {
    const read = reader(part);
    for (let number = 0; read.place() < length;) found.push(number += read.next());
  }
  return Uint32Array.from(found);
};

export class Index {
  // `base` is the address of the index's folder.
  constructor(base) {
    this.base = base;
    this.forget();
  }

  // Everything is fetched anew: after the site was published anew, or the network failed.
  forget() {
    this.kept = new Map();
    this.opened = null;
  }

  open() {
    this.opened = this.opened || get(`${this.base}index.json`, "no-cache").then((answer) => {
      if (!answer.ok) throw new Error(`index.json: ${answer.status}`);
      return answer.json();
    }).then((found) => {
      if (found.format !== FORMAT) throw outdated("index.json");
      return found;
    });
    this.opened.catch(() => this.forget());
    return this.opened;
  }

  // A file of the index, kept once it is there; `read` makes of its answer what is wanted.
  file(name, read) {
    if (!this.kept.has(name)) {
      const wanted = get(this.base + name).then((answer) => {
        if (answer.status === 404) throw outdated(name);
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return read(answer);
      });
      wanted.catch(() => this.kept.delete(name));
      this.kept.set(name, wanted);
    }
    return this.kept.get(name);
  }

  async other(what, read) {
    return this.file((await this.open())[what], read);
  }

  async numbered(folder, number, suffix, read) {
    const { names, [folder]: tables } = await this.open();
    const table = await this.file(tables[Math.floor(number / names[folder])], bytesOf);
    const at = (number % names[folder]) * NAME_BYTES;
    const name = [...table.subarray(at, at + NAME_BYTES)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return this.file(`${folder}/${number}-${name}.${suffix}`, read);
  }

  // What a file beside others of its sort has of a term: in each of its parts where it lies, if it does.
  async lookUp(folder, term) {
    const { bits } = await this.open();
    const { bytes, parts } = await this.numbered(folder, Math.floor(term / 2 ** (32 - bits)), "bin", async (answer) => sections(await bytesOf(answer)));
    return { bytes, found: parts.map((part) => part.get(term % 2 ** (32 - bits))) };
  }

  // The documents with a term: in any place, in the title, in the summary; numbers in ascending order.
  async postings(term) {
    const { bytes, found } = await this.lookUp("shards", term);
    return found.map((each) => (each ? numbers(bytes, each) : NONE));
  }

  // At which places of its sentences a term begins, a byte for each document that has it; null when that is not kept.
  async places(term) {
    const { bytes, found: [each] } = await this.lookUp("places", term);
    return each ? bytes.subarray(each[0], each[0] + each[1]) : null;
  }

  // A document's row: address, title, summary, text, syllables, kind, date, place, picture.
  async document(number) {
    const { stations, together: [many, few] } = await this.open();
    const before = Math.ceil(stations / many);
    const isStation = number < stations;
    const block = isStation ? Math.floor(number / many) : before + Math.floor((number - stations) / few);
    const first = isStation ? block * many : stations + (block - before) * few;
    const rows = await this.numbered("texts", block, "json", (answer) => answer.json());
    return rows[number - first];
  }
}
