// Worked by hand: what a promise brings is made on the line that awaits it.
const fs = require("node:fs/promises");
async function main() {
  const text = await fs.readFile(__filename); // makes 1
  const [first] = String(text).split("\n"); // makes 1
  console.log(first.slice(0, 17));
  const names = await fs.readdir(__dirname); // makes 1
  console.log(names.includes("node-fs-promises.js"));
}
main();
