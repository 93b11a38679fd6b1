/** What runs one program on a thread, as one file: Node takes longer to link the fifty that it is made of than to run most. */
import { createHash } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { ownPlaces } from "../../tools/own-places.mjs";

const ENTRY = fileURLToPath(new URL("./traced-worker.mjs", import.meta.url));
/** Beside the packages that it imports. */
const FOLDER = new URL("../../node_modules/.cache/alloc-trace-tests/", import.meta.url);

let made: Promise<URL> | undefined;

export function bundledWorker(): Promise<URL> {
  made ??= bundle();
  return made;
}

async function bundle(): Promise<URL> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "error",
    logOverride: { "direct-eval": "silent" },
    plugins: [ownPlaces(/\.m?js$/, (path) => JSON.stringify(pathToFileURL(path).href))],
  });
  const text = (outputFiles[0] as (typeof outputFiles)[0]).text;
  const name = `worker-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
  const file = new URL(`${name}.mjs`, FOLDER);
  mkdirSync(FOLDER, { recursive: true });
  // Several processes may make it at once.
  const partial = new URL(`${name}.${process.pid}.tmp`, FOLDER);
  writeFileSync(partial, text);
  renameSync(partial, file);
  return file;
}
