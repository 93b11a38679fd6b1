/** What every traced thread loads: see `first.cts`. */
import type { Attaching } from "./start.js";

interface Starting extends Attaching {
  /** A module with an `attach` of its own, as a path; the tracer's when it is not given. */
  starter?: string | undefined;
}

function attach(folder: string, { starter, ...attaching }: Starting = {}): void {
  const { isProgram } = require("./program.js") as typeof import("./program.js");
  // Nothing is to be loaded for nothing.
  if (!isProgram()) return;
  const before = new Set(Object.keys(require.cache));
  before.delete(__filename);
  if (starter === undefined) (require("./start.js") as typeof import("./start.js")).attach(folder, attaching);
  else (require(starter) as { attach(folder: string): void }).attach(folder);
  // `require.cache` is the program's to look at: neither we nor what asked for us is to be found in it.
  for (const [key, entry] of Object.entries(require.cache)) {
    if (!before.has(key) || key === module.parent?.filename || key.startsWith(__dirname)) delete require.cache[key];
    else entry?.children.splice(0, entry.children.length, ...entry.children.filter((child) => child !== module));
  }
}

export = { attach };
