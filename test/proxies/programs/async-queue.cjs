// A queue that is filled a few at a time and emptied by an async worker, turn by turn of the event loop.
const { setImmediate: turn } = require("node:timers/promises");
const { once, EventEmitter } = require("node:events");
const queue = new EventEmitter();
const waiting = [];
const seen = new Map();
async function worker() {
  let total = 0;
  for (let i = 0; i < 12; i++) {
    while (waiting.length === 0) await once(queue, "more");
    const job = waiting.shift();
    const answer = job.map((x) => x * 2);
    seen.set(i, answer);
    await turn();
    total += answer[0] + job.length;
  }
  return total;
}
async function feed() {
  for (let i = 0; i < 12; i++) {
    waiting.push([i, i + 1, i + 2]);
    queue.emit("more");
    if (i % 4 === 3) for (let n = 0; n < 6; n++) await turn();
  }
}
async function main() {
  const results = await Promise.all([worker(), feed()]);
  const last = [...seen.values()].filter((answer) => answer[0] > 10);
  console.log(results[0], last.length, last[0].join("-"));
}
main();
