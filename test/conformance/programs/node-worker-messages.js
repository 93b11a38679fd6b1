// Worked by hand: what is received is a clone, made where the listener first holds it.
const { MessageChannel } = require("node:worker_threads");
const { port1, port2 } = new MessageChannel();
port2.on("message", (list) => { // makes 2
  console.log(list.length);
  if (list.length === 2) port2.close();
});
port1.postMessage([1]); // makes 1
port1.postMessage([1, 2]); // makes 1
