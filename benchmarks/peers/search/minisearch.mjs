// Writes an index of MiniSearch: node minisearch.mjs ROWS.json INDEX.json
import { readFileSync, writeFileSync } from "node:fs";
import MiniSearch from "minisearch";
import { options } from "./options.mjs";

const [, , rows, index] = process.argv;
const search = new MiniSearch(options());
search.addAll(JSON.parse(readFileSync(rows, "utf8")).map(([id, title, summary, text]) => ({ id, title, summary, text })));
writeFileSync(index, JSON.stringify(search));
