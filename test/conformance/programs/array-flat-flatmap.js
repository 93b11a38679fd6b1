const nested = [1, [2, [3, [4]]]];
console.log(nested.flat().length, nested.flat(Infinity).join());
const sentences = ["the cat", "sat on", "the mat"];
const words = sentences.flatMap((sentence) => sentence.split(" "));
console.log(words.length);
const pairs = [1, 2, 3].flatMap((x) => [x, x * 10]);
const filtered = [1, 2, 3, 4].flatMap((x) => (x % 2 ? [] : [x]));
console.log(pairs.join(), filtered.join());
