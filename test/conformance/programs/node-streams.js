// Worked by hand: `Readable.from` reads the literal it is given; chunks are Buffers already made.
const { Readable } = require("node:stream");
async function main() {
  const chunks = []; // makes 1
  for await (const chunk of Readable.from([Buffer.from("a"), Buffer.from("bc")])) { // makes 3
    chunks.push(chunk);
  }
  console.log(Buffer.concat(chunks).toString()); // makes 1
}
main();
