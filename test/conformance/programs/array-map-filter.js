const words = ["apple", "fig", "banana", "kiwi"];
const lengths = words.map((word) => word.length);
const long = words.filter((word) => word.length > 4);
const shouted = words
  .filter((word) => word.length < 6)
  .map((word) => word.toUpperCase())
  .map((word) => `${word}!`);
console.log(lengths.join(), long.join(), shouted.join());
let kept = 0;
for (let i = 0; i < 10; i++) {
  kept += lengths.filter((n) => n > i).length;
}
console.log(kept);
