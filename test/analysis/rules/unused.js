function log(...parts) { return 1; } // says unused
let n = 0;
for (let i = 0; i < 20; i++) n += log(i, 1);
// A default that is taken apart at once.
const first = ([x] = [0]) => x; // says hoist
for (let i = 0; i < 20; i++) n += first();
console.log(n);
