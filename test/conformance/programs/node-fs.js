// Worked by hand: a Buffer from reading (two files of two lengths: one cannot serve for both), an array from listing.
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "conformance-"));
fs.writeFileSync(path.join(folder, "a.txt"), "one\ntwo\n");
fs.writeFileSync(path.join(folder, "b.txt"), Uint8Array.of(1, 2)); // makes 1
const names = fs.readdirSync(folder); // makes 1
for (const name of names) {
  const bytes = fs.readFileSync(path.join(folder, name)); // makes 2, needs 2
  console.log(name, bytes.length);
}
const lines = fs.readFileSync(path.join(folder, "a.txt"), "utf8").split("\n"); // makes 1
console.log(lines.length, fs.readdirSync(folder, { withFileTypes: true }).length); // makes 1
fs.rmSync(folder, { recursive: true });
