const rows = [1, 2];
rows.map((x) => x + 1);
rows.slice(1).concat(rows);
o.rows.filter(keep).flatMap(split);
rows
  .map(double)
  .join(", ");
Array.from(rows, double);
Object.entries(o).map(([k, v]) => v);
JSON.parse(text);
"a,b".split(",");
Math.max(...rows);
f.call(o, rows);
f.apply(o, rows);
structuredClone(rows);
rows.push([1]);
String(rows);
