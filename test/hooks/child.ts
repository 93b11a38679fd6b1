/** A program of a few files, run by plain Node and under the hooks alone (no command line, no report). */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { preloadFlags } from "../../dist/hooks/launch.js";
import type { ThreadTrace } from "../../src/trace/format.js";
import { SESSION_FILE, type SessionOptions, TRACE_SUFFIX } from "../../src/trace/session.js";
import type { TestedNode } from "../nodes.js";
import { plainNode, type Ran, temporaryFolder } from "../program.js";

/** Path to text; `script` is the one that is run. */
export interface Program {
  files: { [path: string]: string | Buffer };
  script: string;
  args?: string[];
  flags?: string[];
  input?: string;
  env?: Record<string, string | undefined>;
  session?: Partial<SessionOptions>;
}

export interface Traced extends Ran {
  traces: ThreadTrace[];
}

/** The folder that the program runs in; written anew where the program may have changed it. */
export function write(program: Program, folder: string = temporaryFolder()): string {
  for (const [path, text] of Object.entries(program.files)) {
    const absolute = join(folder, path);
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
  }
  return folder;
}

export function runPlain(node: TestedNode, program: Program, folder: string): Ran {
  const { flags = [], script, args = [] } = program;
  return plainNode([...flags, script, ...args], optionsOf(node, program, folder));
}

export function runTraced(node: TestedNode, program: Program, folder: string): Traced {
  const session = temporaryFolder();
  const options: SessionOptions = {
    version: 1,
    tool: "test",
    cwd: folder,
    deps: "all",
    include: [],
    exclude: [],
    countOnly: false,
    scopes: false,
    arrayClasses: [],
    wrap: [],
    window: 2 ** 20,
    follow: "all",
    live: null,
    launcher: null,
    cache: null,
    ...program.session,
  };
  writeFileSync(join(session, SESSION_FILE), JSON.stringify(options));
  const { flags = [], script, args = [] } = program;
  const words = [...flags, ...preloadFlags(session, options.cache), script, ...args];
  const ran = plainNode(words, optionsOf(node, program, folder));
  return { ...ran, traces: readAll(session) };
}

function optionsOf(node: TestedNode, { input, env }: Program, cwd: string) {
  return { node: node.path, cwd, ...(env ? { env } : {}), ...(input === undefined ? {} : { input }) };
}

function readAll(folder: string): ThreadTrace[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(TRACE_SUFFIX))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as ThreadTrace);
}
