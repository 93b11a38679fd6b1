function* accumulate() {
  const seen = [];
  while (true) {
    const [value, done] = yield seen.slice();
    if (done) return [seen.length];
    seen.push(value);
  }
}
const machine = accumulate();
machine.next();
console.log(machine.next([1, false]).value.join());
console.log(machine.next([5, false]).value.join());
console.log(machine.next([0, true]).value[0]);
function* broken() {
  try {
    yield [1];
  } finally {
    console.log([2, 3].length);
  }
}
for (const value of broken()) {
  console.log(value[0]);
  break;
}
