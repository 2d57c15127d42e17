// Runs the page's module in Node on folders, as the page does it, and writes what it gives beside a copy of the name.
//   node tools/page/module.mjs MODULE.js OUT FOLDER...
// MODULE.js as `bash tools/page/build.sh nodejs` makes it, in target/page/node. Prints one line of JSON for each folder: the lines that
// the command would print, and what it took, in milliseconds and bytes.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [module, out, ...folders] = process.argv.slice(2);
const { Run, read_file } = createRequire(import.meta.url)(path.resolve(module));

function files(folder, inner = "") {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const [name, full] = [inner + entry.name, path.join(folder, entry.name)];
    return entry.isDirectory() ? files(full, `${name}/`) : [[name, full]];
  });
}

for (const folder of folders) {
  const started = performance.now();
  const run = new Run(path.basename(folder));
  for (const [name, full] of files(folder)) {
    run.add(name, fs.readFileSync(full), fs.statSync(full).mtimeMs);
  }
  for (const { path: name } of JSON.parse(run.to_read()).read) {
    run.answer(name, read_file(name, run.bytes_of(name)));
  }
  const read = performance.now();
  const { lines, outputs } = JSON.parse(run.finish('{"json":true,"html":true,"docx":true}'));
  const ended = performance.now();
  for (const { name } of outputs) {
    fs.writeFileSync(path.join(out, name), run.output(name));
  }
  const took = { read: Math.round(read - started), finish: Math.round(ended - read) };
  console.log(JSON.stringify({ lines, outputs, took, memory: process.memoryUsage().rss }));
}
