const a = [1], b = [1];
console.log(a === b, a == a, [a, b].indexOf(b), [a].includes([1]), Object.is(a, a));
const seen = new Set([a]);
const labels = new Map([[a, "first"], [b, "second"]]);
console.log(seen.has(a), seen.has([1]), labels.get(b), labels.get([1]));
const weak = new WeakSet([a]);
console.log(weak.has(a), weak.has(b));
switch (b) {
  case a:
    console.log("a");
    break;
  case b:
    console.log("b");
}
