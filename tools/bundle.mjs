/**
 * The second step of the build: what every run loads becomes one file each. A module costs Node about a millisecond to
 * find, read and link, and a traced hello-world took a hundred and fifty of them.
 *
 * The modules that `tsc` wrote stay beside the bundles, for what is loaded seldom and for tests of single parts.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { ownPlaces } from "./own-places.mjs";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const posix = (path) => path.split(sep).join("/");

/** All bundles lie one folder below `dist`, so that a module's own place is found from each in the same way. */
const placed = (format) =>
  ownPlaces(/[\\/]dist[\\/].*\.c?js$/, (path) => {
    const own = JSON.stringify(`../${posix(relative(dist, path))}`);
    return `new URL(${own}, ${format === "cjs" ? "ownUrl$" : "import.meta.url"}).href`;
  });

const CJS = {
  outExtension: { ".js": ".cjs" },
  banner: { js: 'const ownUrl$ = require("node:url").pathToFileURL(__filename);' },
};

const bundle = (entries, format, more = {}) =>
  build({
    absWorkingDir: dist,
    entryPoints: entries,
    outdir: dist,
    outbase: dist,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format,
    allowOverwrite: true,
    logLevel: "warning",
    logOverride: { "direct-eval": "silent" },
    plugins: [placed(format)],
    ...more,
  });

await bundle(["hooks/pipeline.js"], "esm");
const idOf = (file) =>
  createHash("sha256")
    .update(readFileSync(`${dist}${file}`))
    .digest("hex");
// Names the build in the cache of instrumented files: an entry of another build is never taken for one of this.
const define = { ALLOC_TRACE_BUILD: JSON.stringify(idOf("hooks/pipeline.js")) };
await Promise.all([
  // As CommonJS: for a module of Node's own that is imported, Node asks all of its getters, `process.stdin` among them.
  bundle(["cli/main.js"], "cjs", { ...CJS, external: ["./import-file.js"] }),
  bundle(["hooks/loader-thread.js"], "esm", { define }),
  // The comment of a map that is never read: see `fatal.ts`.
  bundle(["hooks/preload.cjs", "hooks/watcher.js"], "cjs", {
    define,
    ...CJS,
    footer: { js: `//# sourceMappingURL${"="}data:application/json;base64,` },
  }),
]);
// And in the cache of compiled code.
const builds = ["cli/main.cjs", "hooks/preload.cjs"].map((file) => [basename(file), idOf(file).slice(0, 24)]);
const ALLOC_TRACE_BUILDS = JSON.stringify(Object.fromEntries(builds));
for (const entry of ["hooks/first.cjs", "hooks/compiled.cjs"]) {
  await bundle([entry], "cjs", { define: { ALLOC_TRACE_BUILDS }, ...CJS });
}
