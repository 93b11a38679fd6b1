/**
 * Stack traces that show the program's own positions, and none of our frames.
 *
 * Node asks `Error.prepareStackTrace` for the text of every stack: its own function by default, the program's when it has
 * put one there (https://v8.dev/docs/stack-trace-api). Both get V8's call sites, of which those in probed files are made
 * to answer with the positions in the file. A call site's methods are read-only properties of its prototype, so the
 * answers are properties of its own.
 */
import { mendAssertion } from "./assertion.js";
import { awaitDecoration } from "./decorated.js";
import { relabelled, withoutProbes } from "./labels.js";
import { isOurs } from "./ours.js";
import { withOwnIteration } from "./own-iteration.js";
import type { Positions } from "./positions.js";
import { TextPositions, type TextRecord } from "./text-positions.js";

/** As it was before the program could put something in its place. */
const reflect = { apply: Reflect.apply };

type Prepare = (error: Error, sites: NodeJS.CallSite[]) => unknown;

/** Node's frames between ours and the one that loads: with hooks there are more of them than without. */
const HOOK_FRAMES = "node:internal/modules/customization_hooks";

// As it was before the program could put its own in its place.
const { captureStackTrace } = Error;

let formatting = 0;

/** True while a stack is being put into words: questions about positions then come from there. */
export function formattingStack(): boolean {
  return formatting > 0;
}

/** For a thread that runs no program: there is nothing to map. */
export function hideOurFrames(): void {
  installStack({ map: () => null, pathOf: () => null, source: () => null, texts: new TextPositions() });
}

/** Runs `body` with room in the stack of an error for as many frames of ours as will be taken out again. */
export function withMoreFrames<Result>(frames: number, body: () => Result): Result {
  const limit = Error.stackTraceLimit;
  if (!(limit > 0)) return body();
  try {
    Error.stackTraceLimit = limit + frames;
    return body();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/**
 * The call sites of the moment, `limit` of them at most, ours left in; null where the program could notice that they were
 * taken, because it has put something of its own in the way.
 */
export type CallSites = (limit: number) => NodeJS.CallSite[] | null;

type Known = Pick<Positions, "map" | "pathOf" | "source" | "texts">;

export function installStack(positions: Known): CallSites {
  const own = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
  const nodes = own && "value" in own && typeof own.value === "function" ? (own.value as Prepare) : formatPlainly;
  const wrappers = new WeakMap<Prepare, Prepare>();
  const originals = new WeakMap<Prepare, Prepare>();

  /** Called as the program's function is, with sites that tell the program's positions. */
  const wrap = (prepare: Prepare): Prepare => {
    const known = wrappers.get(prepare);
    if (known) return known;
    const wrapper = new Proxy(prepare, {
      apply(target, receiver, args: unknown[]) {
        const error = args[0];
        const sites = args[1];
        let decorates = false;
        if (Array.isArray(sites)) {
          const all = sites as NodeJS.CallSite[];
          withOwnIteration(() => {
            const first = all.find((site) => !isHidden(site, undefined, undefined));
            mend(positions, error, first);
            positions.texts.noteError(error, first);
            args[1] = mapped(positions, all);
            decorates = positions.texts.all.length > 0 && all.some((site) => site.getFileName() === "node:vm");
          });
        }
        formatting++;
        try {
          const stack: unknown = reflect.apply(target, receiver, args);
          if (decorates) awaitDecoration(positions.texts, error, stack);
          return stack;
        } finally {
          formatting--;
        }
      },
    });
    wrappers.set(prepare, wrapper);
    originals.set(wrapper, prepare);
    return wrapper;
  };

  let current: unknown = wrap(nodes);
  let taken: NodeJS.CallSite[] | null = null;
  let taking = false;
  const take: Prepare = (_error, sites) => {
    taken = sites;
    return "";
  };
  function ours(): unknown {
    return taking ? take : current;
  }

  Object.defineProperty(Error, "prepareStackTrace", {
    configurable: true,
    enumerable: own?.enumerable ?? false,
    get: ours,
    set(value: unknown) {
      const prepare = typeof value === "function" ? (value as Prepare) : null;
      // Whoever puts back what he found there puts back ours.
      current = prepare === null ? wrapOrKeep(value) : originals.has(prepare) ? prepare : wrap(prepare);
    },
  });

  /** Undefined means Node's own, which would show raw positions; the program still reads what it wrote. */
  function wrapOrKeep(value: unknown): unknown {
    return value === undefined || value === null ? wrap(nodes) : value;
  }

  return function callSites(limit) {
    if (taking || Object.getOwnPropertyDescriptor(Error, "prepareStackTrace")?.get !== ours) return null;
    const before = Object.getOwnPropertyDescriptor(Error, "stackTraceLimit");
    if (before === undefined || !("value" in before) || before.writable !== true) return null;
    const holder: { stack?: unknown } = {};
    taking = true;
    try {
      Error.stackTraceLimit = limit;
      captureStackTrace(holder, callSites);
      // V8 asks for the text when somebody reads it.
      void holder.stack;
      return taken;
    } finally {
      Error.stackTraceLimit = before.value as number;
      taking = false;
      taken = null;
    }
  };
}

function formatPlainly(error: Error, sites: NodeJS.CallSite[]): string {
  return [Error.prototype.toString.call(error), ...sites.map((site) => `    at ${String(site)}`)].join("\n");
}

function mend(
  positions: Pick<Positions, "map" | "pathOf" | "source">,
  error: unknown,
  site: NodeJS.CallSite | undefined,
): void {
  try {
    mendAssertion(positions, error, site);
  } catch {
    // The message is then Node's own.
  }
}

function mapped(positions: Known, sites: NodeJS.CallSite[]): NodeJS.CallSite[] {
  try {
    const shown = sites.filter((site, i) => !isHidden(site, sites[i + 1], sites[i - 1]));
    for (const [i, site] of sites.entries()) nameLoader(site, sites[i + 1]);
    for (const site of shown) {
      mapSite(positions, site);
      relabel(site);
    }
    return shown;
  } catch {
    // Close to the stack's end, or a map that cannot be read: raw positions are better than none.
    return sites;
  }
}

function isHidden(
  site: NodeJS.CallSite,
  caller: NodeJS.CallSite | undefined,
  callee: NodeJS.CallSite | undefined,
): boolean {
  const file = site.getFileName();
  if (!file) return false;
  if (isOurs(file)) return true;
  return file === HOOK_FRAMES && (touches(caller) || touches(callee));
}

function touches(site: NodeJS.CallSite | undefined): boolean {
  const file = site?.getFileName();
  return typeof file === "string" && (file === HOOK_FRAMES || isOurs(file));
}

function mapSite(positions: Known, site: NodeJS.CallSite): void {
  if (Object.hasOwn(site, "getLineNumber")) return;
  const script = site.getFileName();
  const origin = site.isEval() ? site.getEvalOrigin() : undefined;
  const line = site.getLineNumber();
  const column = site.getColumnNumber();
  const text = positions.texts.of(site);
  if (typeof origin === "string") mapOrigin(positions, site, origin, text);
  if (line === null || column === null) return;
  const at = text
    ? positions.texts.map(text, line, column)
    : typeof script === "string"
      ? positions.map(script, line, column)
      : null;
  if (!at) return;
  const shown = replacedLast(String(site), `:${line}:${column}`, `:${at.line}:${at.column}`);
  define(site, { getLineNumber: () => at.line, getColumnNumber: () => at.column, toString: () => shown });
}

function relabel(site: NodeJS.CallSite): void {
  const name = site.getFunctionName();
  const clean = name === null ? null : withoutProbes(name);
  if (name === null || clean === null) return;
  const text = relabelled(String(site), name, clean);
  define(site, { getFunctionName: () => (clean === "" ? null : clean), toString: () => text });
}

function mapOrigin(positions: Known, site: NodeJS.CallSite, origin: string, text: TextRecord | null): void {
  const shown = shownOrigin(positions, origin, text && positions.texts.around(text.site));
  if (shown === origin) return;
  const whole = String(site).replace(origin, () => shown);
  define(site, { getEvalOrigin: () => shown, toString: () => whole });
}

/** `eval at f (eval at g (/path/file.js:3:9), <anonymous>:1:2)`: `text` is what the call of `eval` in `f` stands in. */
function shownOrigin(positions: Known, origin: string, text: TextRecord | null): string {
  const found = /^(.*?\()(eval at .*)(, .*?):(\d+):(\d+)\)$/s.exec(origin);
  if (!found) return mapText(positions, origin);
  const [, head = "", inner = "", name = "", line = "", column = ""] = found;
  const at = text && positions.texts.map(text, Number(line), Number(column));
  const place = at ? `${at.line}:${at.column}` : `${line}:${column}`;
  return `${head}${shownOrigin(positions, inner, text && positions.texts.around(text.site))}${name}:${place})`;
}

function replacedLast(text: string, what: string, by: string): string {
  const at = text.lastIndexOf(what);
  return at < 0 ? text : text.slice(0, at) + by + text.slice(at + what.length);
}

const CJS_LOADER = "node:internal/modules/cjs/loader";

/**
 * V8 knows some of Node's functions by the property that holds them, and we have put ours there: it calls them anonymous.
 * `caller` tells which one it is.
 */
function nameLoader(site: NodeJS.CallSite, caller: NodeJS.CallSite | undefined): void {
  if (site.getFileName() !== CJS_LOADER) return;
  const raw = String(site);
  const name = raw.indexOf(".<anonymous> (");
  if (name < 0) return;
  const method = caller?.getFunctionName()?.startsWith(RESOLVER) ? "_resolveFilename" : "_compile";
  const text = raw.replace("<anonymous>", method);
  define(site, { toString: () => text });
}

/** The functions of `require-resolver.ts` that call Node's: by their name, for all of ours may be one file. */
const RESOLVER = "resolveFilename$";

/** `eval at f (/path/file.js:3:9), <anonymous>` */
function mapText(positions: Pick<Positions, "map">, text: string): string {
  return text.replace(/\(((?:file:)?[^()]*?):(\d+):(\d+)\)/g, (whole, script: string, line: string, column: string) => {
    const at = positions.map(script, Number(line), Number(column));
    return at ? `(${script}:${at.line}:${at.column})` : whole;
  });
}

function define(site: NodeJS.CallSite, methods: { [name: string]: () => unknown }): void {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(site, name, { value, configurable: true, enumerable: false, writable: false });
  }
}
