// Jobs that run four at a time, some of which fail and are tried again; results come back in the order of the jobs.
const { setTimeout: sleep } = require("node:timers/promises");
const jobs = Array.from({ length: 14 }, (_, i) => [i, (i * 7) % 5]);
const tries = new Map();
async function run([id, length]) {
  await sleep(length);
  const before = tries.get(id) ?? [];
  tries.set(id, [...before, length]);
  if (id % 5 === 2 && before.length < 1) throw new RangeError(`job ${id}`);
  return Array.from({ length: length + 1 }, (_, k) => id * k);
}
async function all(limit) {
  const results = new Array(jobs.length);
  const failed = [];
  let at = 0;
  const worker = async () => {
    while (at < jobs.length) {
      const mine = at++;
      for (let attempt = 0; attempt < 2; attempt++) {
        try {
          results[mine] = await run(jobs[mine]);
          break;
        } catch (error) {
          failed.push([mine, error.message]);
        } finally {
          await null;
        }
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return { results, failed };
}
all(4).then(({ results, failed }) => {
  const sums = results.map((list) => list.reduce((a, b) => a + b, 0));
  console.log(sums.join(), failed.map(([i]) => i).sort((a, b) => a - b).join(), [...tries.values()].flat().length);
});
