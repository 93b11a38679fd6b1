/** One map from emitted text to the text its author wrote, through the map that the author's own compiler left. */
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import remapping, { type EncodedSourceMap } from "@jridgewell/remapping";
import { type Job, run } from "./pipeline.js";

/** Base64 of the map's JSON, null when the text has no probes. */
export function inlineMap(job: Job, source: string): string | null {
  const steps = run(job, source).steps();
  if (steps.length === 0) return null;
  const maps: EncodedSourceMap[] = steps.map((mappings) => ({
    version: 3,
    sources: [job.path],
    sourcesContent: [source],
    names: [],
    mappings,
  }));
  const authors = authorsMap(job.path, source);
  const chain = authors ? [...maps, authors] : maps;
  const composed = remapping(chain, () => null);
  const sources = composed.sources.map((name) => (name === null ? null : pathToFileURL(name).href));
  return Buffer.from(JSON.stringify({ ...composed, sources })).toString("base64");
}

const COMMENT = /^[ \t]*\/\/[#@] ?sourceMappingURL=(\S+)\s*$/gm;

function authorsMap(path: string, source: string): EncodedSourceMap | null {
  const url = [...source.matchAll(COMMENT)].at(-1)?.[1];
  if (url === undefined) return null;
  try {
    const map = JSON.parse(textOf(url, path)) as EncodedSourceMap;
    const folder = url.startsWith("data:") ? dirname(path) : dirname(resolve(dirname(path), url));
    const absolute = (name: string | null): string | null => {
      if (name === null) return null;
      return name.startsWith("file:") ? fileURLToPath(name) : resolve(folder, map.sourceRoot ?? "", name);
    };
    return { ...map, sourceRoot: "", sources: map.sources.map(absolute) };
  } catch {
    // As Node does: a map that cannot be read is no map.
    return null;
  }
}

function textOf(url: string, path: string): string {
  if (!url.startsWith("data:")) return readFileSync(resolve(dirname(path), url), "utf8");
  const [kind = "", data = ""] = url.slice("data:".length).split(",", 2);
  return kind.endsWith(";base64") ? Buffer.from(data, "base64").toString("utf8") : decodeURIComponent(data);
}
