// Names and texts from the file system, through the promises of node:fs and the callbacks of node:fs.
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "files-"));
async function main() {
  for (let i = 0; i < 6; i++) await fs.promises.writeFile(path.join(folder, `${i}.txt`), `a,b,${i}\nc,d,${i}\n`);
  const names = fs.readdirSync(folder).filter((name) => name.endsWith(".txt"));
  let cells = 0;
  const tables = new Map();
  for (const name of names) {
    const text = await fs.promises.readFile(path.join(folder, name), "utf8");
    const rows = text.trim().split("\n").map((row) => row.split(","));
    cells += rows.reduce((sum, row) => sum + row.length, 0);
    if (name > "2") tables.set(name, rows[0]);
  }
  const firsts = [...tables.values()].map((row) => row[2]);
  console.log(cells, firsts.join(" "));
  await new Promise((resolve) => fs.readdir(folder, () => resolve()));
  fs.rmSync(folder, { recursive: true });
}
main();
