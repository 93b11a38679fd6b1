function run(scale) {
  const base = [1, 2];
  const doubled = eval("base.map((x) => x * scale)");
  return doubled.length + eval("[scale, scale]\n;[base]").length;
}
console.log(run(2), run(3));
const indirect = eval;
console.log(indirect("[1, 2, 3]").length, indirect("typeof base"));
