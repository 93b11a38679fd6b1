/** How the program ends, given how the script did: as the shell would see it without us. */
import { constants } from "node:os";
import type { Launched } from "../session/index.js";
import type { Ending } from "./host.js";

/** Signals whose default action dumps core: dying by them again would leave a core file of ours beside the script's. */
const DUMPS_CORE: ReadonlySet<NodeJS.Signals> = new Set([
  "SIGABRT",
  "SIGBUS",
  "SIGFPE",
  "SIGILL",
  "SIGQUIT",
  "SIGSEGV",
  "SIGSYS",
  "SIGTRAP",
  "SIGXCPU",
  "SIGXFSZ",
]);

/** As `timeout` of the GNU core utilities ends. */
const TIMED_OUT = 124;

export function endingOf(launched: Pick<Launched, "code" | "signal" | "abandoned" | "timedOut">): Ending {
  if (launched.timedOut && !launched.abandoned) return { code: TIMED_OUT };
  if (launched.abandoned) return { signal: "SIGINT" };
  if (launched.signal === null) return { code: launched.code ?? 1 };
  return DUMPS_CORE.has(launched.signal)
    ? { code: 128 + constants.signals[launched.signal] }
    : { signal: launched.signal };
}
