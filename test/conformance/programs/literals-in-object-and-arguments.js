function describe({ name, tags = ["none"], scores = [] }) {
  return `${name}: ${tags.join("/")} ${scores.reduce((a, b) => a + b, 0)}`;
}
console.log(describe({ name: "a", scores: [1, 2] }));
console.log(describe({ name: "b", tags: ["x", "y"] }));
console.log(describe({ name: "c", ...{ scores: [5] } }));
const key = "list";
const record = { [key]: [1], [`${key}2`]: [2, 2] };
console.log(record.list.length + record.list2.length);
