// A name that is compared again where no code runs is used once.
const same = (a, b) => a === b || (a !== a && b !== b);
const isNumber = (v) => v === v;
// What is compared in a branch is compared there alone.
const branched = (a, b, c, when) => (when && a === b) || b === c || (c !== a && c !== b);
// Code may run in between: a getter, a global name, a coercion.
const read = (a, b) => a === b || b.x || a === b;
const global = (a, b) => a === b || named || a === b;
const loose = (a, b) => a == b || a === b;
function changed(a, b) {
  a = b;
  return a === b || a === b;
}
module.exports = { same, isNumber, branched, read, global, loose, changed };
