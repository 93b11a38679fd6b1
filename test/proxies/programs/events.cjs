// Listeners that keep what they were told, one of which leaves; an async iterator over events that is left early.
const { EventEmitter, on } = require("node:events");
const bus = new EventEmitter();
const log = [];
const keep = (list) => log.push(list);
bus.on("row", keep);
bus.on("row", (list) => list[0] % 2 === 0 && log.push([list.length]));
async function take(count) {
  const out = [];
  for await (const [row] of on(bus, "row")) {
    out.push(row.map((x) => -x));
    if (out.length === count) break;
  }
  return out;
}
async function main() {
  const taken = take(4);
  for (let i = 0; i < 8; i++) {
    bus.emit("row", [i, i + 1]);
    if (i === 5) bus.off("row", keep);
    await null;
  }
  const rows = await taken;
  await new Promise((done) => process.nextTick(done));
  console.log(log.length, log[0].join(), rows.map((row) => row.join(":")).join(" "));
}
main();
