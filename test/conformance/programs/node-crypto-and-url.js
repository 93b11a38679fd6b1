// Worked by hand: a digest without an encoding is a Buffer; the parameters' lists are arrays.
const crypto = require("node:crypto");
const digest = crypto.createHash("sha256").update("abc").digest(); // makes 1
console.log(digest.length, digest[0], crypto.createHash("md5").update("abc").digest("hex"));
const params = new URLSearchParams("a=1&b=2&a=3");
console.log(params.getAll("a").join()); // makes 1
for (const [key, value] of params) console.log(key, value); // makes 3, needs 1
console.log([...params.keys()].length); // makes 1
