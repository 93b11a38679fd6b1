const ages = new Map([["a", 1], ["b", 2]]);
const steps = ages.entries();
console.log(steps.next().value[1]);
const [name, age] = steps.next().value;
console.log(name, age, steps.next().done);
const count = (...list) => list.length;
console.log(count(...ages), count(0, ...ages.entries(), ...[1]));
console.log(String.prototype.concat.call("", ...ages));
const [[first]] = ages;
const [one, ...others] = ages;
console.log(first, one[0], others.length);
let head;
[head] = ages;
[, head] = "ab".matchAll(/[ab]/g);
console.log(head[0]);
function* both() {
  yield* ages;
}
for (let step, run = both(); !(step = run.next()).done; ) console.log(step.value.join());
