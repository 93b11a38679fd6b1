// Worked by hand; its texts make 1: an array of another realm is an array all the same, made by the line of the text that makes it.
const vm = require("node:vm");
const context = vm.createContext({ base: [1, 2] }); // makes 1
const foreign = vm.runInContext("base.map((x) => x * 2)", context);
console.log(foreign.length, foreign instanceof Array, Array.isArray(foreign));
const copy = foreign.slice(); // makes 1
console.log(copy[1], Array.from(foreign).length); // makes 1
