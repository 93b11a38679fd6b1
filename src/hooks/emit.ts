/** The text that Node gets for a file: from the disk cache when it is there, else from the pipeline. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { IMPORTS_LATER } from "../instrument/requests.js";
import { matches } from "../trace/matches.js";
import type { SessionOptions } from "../trace/session.js";
import { openCache } from "./cache.js";
import { fingerprint } from "./fingerprint.js";
import type { inlineMap } from "./inline-map.js";
import { dependencyOf, type Goal, type Language } from "./language.js";
import { asOurs, loadOurs, OWN_PATH } from "./ours.js";
import { iteratingByItself } from "./own-iteration.js";
import type { Job, run, runText, TextJob, TextProduct } from "./pipeline.js";
import { decodePlaces, encodePlaces, type Places } from "./places.js";
import { selectionOf } from "./selection.js";
import { projectOf } from "./tsconfig.js";

/** What has been handed to Node, as told to the thread that runs it. Plain data: it travels between threads. */
export interface Record {
  path: string;
  /** The name that V8 knows it by: the URL of an ES module, else the path. */
  script: string;
  job: Job;
  /** Names the cache entry. */
  key: string;
  /** The author's text, which the file may not hold any more when somebody asks; empty where nothing was put into it. */
  source: string;
  /** Why there are no probes in it. */
  why: string | null;
  /** The text has its map in it: Node finds the positions by itself. */
  mapped: boolean;
}

export interface Emitted {
  /** Null: Node is to have the file as it stands. */
  text: string | null;
  goal: Exclude<Goal, "either">;
  /** See `Product` in `pipeline.ts`. */
  imports: string[];
  importsLater: boolean;
}

export interface EmittedText extends TextProduct {
  /** Number of its first site, already in `code`. */
  first: number;
}

/** Numbers for sites and loops, shared by all threads that emit for one. */
export type SiteCounter = Int32Array;

export interface Emitter {
  emit(path: string, url: string, source: string, lang: Language, goal: Goal): Emitted;
  /** For text that the program compiles by itself: null where it is to stay as it is. A file's text is kept on disk. */
  emitText(job: Omit<TextJob, "countOnly">, kept?: "kept"): EmittedText | null;
  /** For a text that was emitted from `source`. */
  places(record: Record, source: string): Places;
}

/** What takes the place of the file's first site number; see `BASE` and `link` in `instrument/`. */
export const SITE_BASE = "$aT$base";

/**
 * Tells V8 that the text has a map; the positions come from us, so nothing is in it. See `fatal.ts` for what it is good
 * for. A compiler that gets the text after us (tsx on Node 20) reads it, and stops at one that is no map.
 */
const NO_MAP = Buffer.from('{"version":3,"sources":[],"names":[],"mappings":""}').toString("base64");
/** Written in two parts: those who look for the comment in files are not to find this one in ours. */
const MAP_COMMENT = `\n//# sourceMappingURL${"="}data:application/json;base64,`;
const TRAILER = `${MAP_COMMENT}${NO_MAP}`;

interface Head {
  goal: Exclude<Goal, "either">;
  why: string | null;
  /** Node is to have the original. */
  original: boolean;
  sites: number;
  loops: number;
  imports: string[];
  importsLater: boolean;
}

export function makeEmitter(
  options: SessionOptions,
  counter: SiteCounter,
  note: (record: Record) => void,
  mapsInText: () => boolean,
): Emitter {
  const cache = openCache(options.cache);
  const selected = selectionOf(options);
  const prefix = JSON.stringify([options.tool, buildName(), process.version]);

  const jobFor = (path: string, lang: Language, goal: Goal): { job: Job; left: string | null } => {
    const dependency = dependencyOf(path);
    const left = selected(path, dependency);
    const compiler = lang === "js" ? null : projectOf(path).options;
    return {
      job: {
        path,
        lang,
        goal,
        dependency,
        countOnly: options.countOnly,
        scopes: options.scopes,
        wrap: options.wrap,
        probe: left === null,
        compiler,
      },
      left,
    };
  };

  /** Where there is no disk to keep them. */
  const kept = new Map<string, Places>();
  const keep = (key: string, places: Places): Places => {
    const { head, body } = encodePlaces(places);
    if (!cache.write(placesKey(key), head, body)) kept.set(key, places);
    return places;
  };

  const fetch = (key: string, job: Job, source: string): { head: Head; body: string } => {
    const entry = cache.read(key);
    if (entry) return { head: JSON.parse(entry.head) as Head, body: entry.body };
    const product = asOurs(() => pipeline().run(job, source));
    const { goal, why, sites, loops, imports, importsLater, places, code } = product;
    const head: Head = { goal, why, original: code === null, sites, loops, imports, importsLater };
    if (code !== null) keep(key, places);
    cache.write(key, JSON.stringify(head), code ?? "");
    return { head, body: code ?? "" };
  };

  /** An empty body stands for a text that is to stay as it is. */
  const fetchText = (job: TextJob): TextProduct | null => {
    const { text, ...rest } = job;
    const key = fingerprint(prefix, JSON.stringify(rest), text);
    const entry = cache.read(key);
    if (entry) {
      if (entry.body === "") return null;
      const { table, slices } = JSON.parse(entry.head) as { table: TextProduct["table"]; slices: number[] };
      return { code: entry.body, table, slices: Int32Array.from(slices) };
    }
    const product = asOurs(() => pipeline().runText(job));
    const head = product && JSON.stringify({ table: product.table, slices: [...product.slices] });
    cache.write(key, head ?? "", product?.code ?? "");
    return product;
  };

  const emitter: Emitter = {
    emit(path, url, source, lang, goal) {
      const { job, left } = jobFor(path, lang, goal);
      const hash = fingerprint(source);
      const key = fingerprint(prefix, JSON.stringify(job), hash);
      if (left !== null && job.compiler === null) {
        note({ path, script: goal === "module" ? url : path, job, key, source: "", why: left, mapped: true });
        const importsLater = matches(IMPORTS_LATER, source);
        return { text: null, goal: goal === "module" ? "module" : "commonjs", imports: [], importsLater };
      }
      const { head, body } = fetch(key, job, source);
      const mapped = mapsInText();
      note({
        path,
        script: head.goal === "module" ? url : path,
        job,
        key,
        source: head.original ? "" : source,
        why: left ?? head.why,
        mapped,
      });
      const { imports, importsLater } = head;
      if (head.original) return { text: null, goal: head.goal, imports, importsLater };
      const text = head.why === null ? withNumber(body, take(counter, head.sites, head.loops)) : body;
      return { text: text + (mapped ? mapComment(job, source) : TRAILER), goal: head.goal, imports, importsLater };
    },
    emitText(job, kept) {
      const whole = { ...job, countOnly: options.countOnly };
      const product = kept ? fetchText(whole) : asOurs(() => pipeline().runText(whole));
      if (!product) return null;
      const { sites, loops } = product.table;
      const first = take(counter, sites.length, loops.length);
      return { ...product, first, code: withNumber(product.code, first) };
    },
    places(record, source) {
      const known = kept.get(record.key);
      if (known) return known;
      const entry = cache.read(placesKey(record.key));
      return entry ? decodePlaces(entry) : keep(record.key, asOurs(() => pipeline().run(record.job, source)).places);
    },
  };
  return {
    emit: iteratingByItself(emitter.emit),
    emitText: iteratingByItself(emitter.emitText),
    places: iteratingByItself(emitter.places),
  };
}

function placesKey(key: string): string {
  return `${key}.places`;
}

function pipeline(): { run: typeof run; runText: typeof runText } {
  return loadOurs("./pipeline.js");
}

/** Number of the first site. A file without sites takes one too: files are told apart by their first ones. */
function take(counter: SiteCounter, sites: number, loops: number): number {
  return Atomics.add(counter, 0, Math.max(1, sites) + loops) + loops;
}

function withNumber(code: string, first: number): string {
  return code.replaceAll(SITE_BASE, `0x${first.toString(16).padStart(6, "0")}`);
}

/** For a program that runs with `--enable-source-maps`: Node's own machinery is to find the original positions. */
function mapComment(job: Job, source: string): string {
  const map = asOurs(() => loadOurs<{ inlineMap: typeof inlineMap }>("./inline-map.js").inlineMap(job, source));
  return map === null ? TRAILER : `${MAP_COMMENT}${map}`;
}

/** Set where this module is part of a bundle: see `tools/bundle.mjs`. */
declare const ALLOC_TRACE_BUILD: string | undefined;

/** Changes with every build of ours, so that an entry of another build is never taken for one of this one. */
function buildName(): string {
  if (typeof ALLOC_TRACE_BUILD === "string") return ALLOC_TRACE_BUILD;
  return fingerprint(readFileSync(join(OWN_PATH, "hooks/pipeline.js"), "utf8"));
}
