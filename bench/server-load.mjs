/**
 * A fastify server under load, plain and traced: 100,000 requests from a second process, whose own work is not in the
 * figures. Prints requests a second, the server's processor time, and its resident memory at each tenth of the requests.
 *
 *     npm run subjects && npm run build && node bench/server-load.mjs [requests] [ways…]
 *
 * Ways: plain, traced, own (`--deps none`), count, window (16 MB); all of them when none is named.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const [requests = 100_000, ...wanted] = process.argv.slice(2).map((word) => (/^\d+$/.test(word) ? Number(word) : word));
const CLI = fileURLToPath(new URL("../bin/alloc-trace.js", import.meta.url));
const SUBJECTS = fileURLToPath(new URL("../test/subjects/node_modules", import.meta.url));
const CONNECTIONS = 20;

/** Each request parses a query, makes rows of numbers and answers in JSON. */
const SERVER = `import fastify from "fastify";
const app = fastify();
app.get("/rows/:n", async (request) => {
  const n = Number(request.params.n);
  const rows = [];
  for (let i = 0; i < n; i++) rows.push([i, i * 2, i * 3].map((x) => x + 1));
  return { rows, sums: rows.map((row) => row.reduce((a, b) => a + b, 0)) };
});
app.get("/stop", (request, reply) => {
  reply.send(String(process.cpuUsage().user + process.cpuUsage().system));
  app.close();
});
const at = await app.listen({ port: 0, host: "127.0.0.1" });
console.log(process.pid, new URL(at).port);
`;

const WAYS = {
  plain: [],
  traced: [CLI, "-q"],
  own: [CLI, "-q", "--deps", "none"],
  count: [CLI, "-q", "--count-only"],
  window: [CLI, "-q", "--window", "16MB"],
};

/** Sends one request at a time and tells how each answer's body reads. Answers of ours have a length and no chunks. */
function client(port) {
  const socket = connect(port, "127.0.0.1");
  socket.setEncoding("latin1");
  let seen = "";
  let answered = null;
  socket.on("data", (text) => {
    seen += text;
    const end = seen.indexOf("\r\n\r\n");
    const length = end < 0 ? NaN : Number(/content-length: (\d+)/i.exec(seen)?.[1]);
    if (!(seen.length >= end + 4 + length)) return;
    const body = seen.slice(end + 4);
    seen = "";
    answered(body);
  });
  return {
    get: (path) =>
      new Promise((resolve) => {
        answered = resolve;
        socket.write(`GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`);
      }),
    end: () => socket.destroy(),
  };
}

/** In megabytes. */
function resident(pid) {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1000);
}

async function load(clients, count, each = () => undefined) {
  let begun = 0;
  await Promise.all(
    clients.map(async ({ get }) => {
      while (begun < count) {
        each(begun++);
        await get("/rows/5");
      }
    }),
  );
}

async function measure(name, words, cwd) {
  const server = spawn(process.execPath, [...words, "server.mjs"], { cwd, stdio: ["ignore", "pipe", "inherit"] });
  const [pid, port] = await new Promise((resolve) => {
    server.stdout.setEncoding("utf8").once("data", (text) => resolve(text.split(" ").map(Number)));
  });
  const clients = Array.from({ length: CONNECTIONS }, () => client(port));
  await load(clients, requests / 20);
  const memory = [];
  const from = performance.now();
  await load(clients, requests, (i) => {
    if (i % (requests / 10) === 0) memory.push(resident(pid));
  });
  const took = performance.now() - from;
  memory.push(resident(pid));
  const cpu = Number(await clients[0].get("/stop")) / 1e6;
  for (const one of clients) one.end();
  await new Promise((resolve) => server.once("close", resolve));
  const rate = Math.round((requests * 1000) / took);
  console.log(`${name}: ${rate} requests a second, ${cpu.toFixed(1)} s of processor; resident ${memory.join(", ")} MB`);
}

const folder = mkdtempSync(join(tmpdir(), "alloc-trace-load-"));
try {
  writeFileSync(join(folder, "server.mjs"), SERVER);
  symlinkSync(SUBJECTS, join(folder, "node_modules"));
  for (const [name, words] of Object.entries(WAYS)) {
    if (wanted.length === 0 || wanted.includes(name)) await measure(name, words, folder);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
