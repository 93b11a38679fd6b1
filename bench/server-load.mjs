/**
 * A server of Node's own under load: 100,000 requests from itself, plain and traced. Prints requests a second, and resident
 * memory at each fifth of them. `node bench/server-load.mjs [requests]`
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const requests = process.argv[2] ?? "100000";
const cli = fileURLToPath(new URL("../bin/alloc-trace.js", import.meta.url));
const SERVER = `import http from "node:http";
const requests = Number(process.argv[2]);
const server = http.createServer((request, response) => {
  response.end(JSON.stringify(request.url.split("/").map((part) => [part, part.length])));
});
server.listen(0, async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 20 });
  const { port } = server.address();
  const get = (i) => new Promise((done, fail) => {
    http.get({ port, agent, path: "/a/b/" + i }, (answer) => answer.resume().on("end", done)).on("error", fail);
  });
  const load = async (count, each) => {
    for (let i = 0; i < count; i += 20) {
      await Promise.all(Array.from({ length: 20 }, (_, k) => get(i + k)));
      each?.(i);
    }
  };
  await load(requests / 10);
  const memory = [];
  const from = performance.now();
  await load(requests, (i) => {
    if (i % (requests / 5) < 20) memory.push(Math.round(process.memoryUsage().rss / 1e6));
  });
  console.log(Math.round((requests * 1000) / (performance.now() - from)), "requests a second; resident", memory.join(", "), "MB");
  agent.destroy();
  server.close();
});
`;

const folder = mkdtempSync(join(tmpdir(), "alloc-trace-load-"));
try {
  writeFileSync(join(folder, "server.mjs"), SERVER);
  const ways = {
    plain: [],
    traced: [cli, "-q"],
    "traced, --window 16MB": [cli, "-q", "--window", "16MB"],
    "counted only": [cli, "-q", "--count-only"],
  };
  for (const [name, words] of Object.entries(ways)) {
    const text = execFileSync(process.execPath, [...words, "server.mjs", requests], { cwd: folder, encoding: "utf8" });
    process.stdout.write(`${name}: ${text}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
