// A program that takes `Reflect` away: its error is put into words all the same.
const a = [1].map((x) => x);
globalThis.Reflect = undefined;
try { null.x } catch (e) { console.log(e.stack.split("\n")[1]) }
process.on("exit", () => console.log("exit", a.length));
throw new TypeError("no " + a);
