// Worked by hand: one rest array for each listener call, one array for each listing.
const { EventEmitter } = require("node:events");
const util = require("node:util");
const emitter = new EventEmitter();
emitter.on("x", (...args) => console.log(args.length)); // makes 2, needs 1
emitter.emit("x", 1, 2);
emitter.emit("x", 3);
console.log(emitter.listeners("x").length, emitter.eventNames().join()); // makes 2
console.log(util.inspect([1, [2, [3]]]), util.isDeepStrictEqual([1], [1])); // makes 5
console.log(util.format("%s", [1, 2].join()), process.argv.slice(5).length); // makes 2
