const csv = "name,age\nann,40\nbob,25\n\ncy,31";
const [header, ...lines] = csv.split("\n");
const fields = header.split(",");
const rows = lines
  .filter((line) => line)
  .map((line) => line.split(",").reduce((row, cell, i) => ({ ...row, [fields[i]]: cell }), {}));
console.log(rows.length, rows.map(({ name, age }) => `${name}${age}`).join());
const counts = {};
for (const [, letter] of csv.matchAll(/([a-z])/g)) counts[letter] = (counts[letter] ?? 0) + 1;
console.log(Object.entries(counts).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0].join());
