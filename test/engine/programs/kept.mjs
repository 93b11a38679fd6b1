// What stays, and what goes.
const world = [];
function grow(n) {
  for (let i = 0; i < n; i++) {
    world.push([i, i + 1, i + 2]);
  }
}
function waste(n) {
  let last = null;
  for (let i = 0; i < n; i++) {
    last = [i, last === null ? 0 : last[0], i, i];
  }
  return last;
}
grow(50_000);
console.log(waste(300_000)[0], world.length, world[10][1]);
