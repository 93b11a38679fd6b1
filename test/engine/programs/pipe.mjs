// Sums pairs that are made of what comes on stdin.
import { readFileSync } from "node:fs";

const numbers = readFileSync(0, "utf8").trim().split("\n").map(Number);
let sum = 0;
for (let round = 0; round < 20_000; round++) {
  const made = numbers.map((n) => n + round);
  sum = (sum + made[made.length - 1]) % 1_000_003;
}
console.log(sum);
