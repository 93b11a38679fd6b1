// Modules and workers whose text is their URL.
import { Worker } from "node:worker_threads";
const inside = `import { parentPort } from "node:worker_threads";
let n = 0; for (let i = 0; i < 5; i++) n += [i, [i]].length;
parentPort.postMessage([n, import.meta.url.slice(0, 10)]);
try { [1].map(() => null.x) } catch (e) { parentPort.postMessage(e.stack.split("\\n").slice(0, 4).map((line) => line.slice(0, 60) + line.slice(-10))); }`;
const own = (error) => console.log(error.stack.replace(/\n.*node:internal[^]*/, ""));
const load = async (url) => {
  try {
    const { default: value, ...others } = await import(url);
    console.log(value, others);
  } catch (error) {
    own(error);
  }
};
const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(inside)}`));
worker.on("message", (message) => console.log(message));
await new Promise((resolve) => worker.on("exit", resolve));
const made = "data:text/javascript,export default [1,2].map((x) => [x])";
for (const url of [made, `${made}#2`, made, "data:text/javascript,%0a[1].map(() => null.x)", "data:text/javascript,[1"]) await load(url);
const other = `data:text/javascript;base64,${btoa(`import x from "${made}";\nexport const [a] = [[x]];\nexport default x.concat(1);`)}`;
await load(other);
const failing = new Worker(new URL("data:text/javascript,%0A [1].map(() => null.x)"), { stderr: true });
failing.on("error", own);
failing.on("exit", (code) => {
  console.log(code);
  setTimeout(() => import(process.argv[2]), 5);
});
