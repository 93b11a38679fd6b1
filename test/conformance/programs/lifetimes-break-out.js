// Worked by hand: the array that ends the loop is read once more behind it.
function firstLong(texts) {
  let words;
  search: for (const text of texts) {
    words = text.split(" "); // makes 3, needs 1
    for (const word of words) if (word.length > 4) break search;
  }
  return words.length;
}
console.log(firstLong(["a b", "c d e", "fghij k", "l"])); // makes 1, needs 1
