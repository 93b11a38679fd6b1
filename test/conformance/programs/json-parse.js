const text = '{"users":[{"name":"a","tags":["x","y"]},{"name":"b","tags":[]}],"grid":[[1,2],[3]]}';
const data = JSON.parse(text);
console.log(data.users.length, data.users[0].tags.join(), data.grid[1][0]);
const revived = JSON.parse("[1,[2,3]]", (key, value) => (typeof value === "number" ? value * 10 : value));
console.log(JSON.stringify(revived), JSON.stringify([1, [2]], null, 1).length);
for (let i = 0; i < 4; i++) {
  const [a, b] = JSON.parse(`[${i},${i + 1}]`);
  console.log(a + b);
}
console.log(JSON.stringify({ a: [1, 2], b: 3 }, ["b"]));
