/**
 * Room for probes in optimized code. V8 stops inlining into a function when the bytecode of what was inlined comes to 920
 * bytes; probed code calls so many small functions that the limit is met by probes alone, and what plain node would have
 * inlined stays a call. Programs cannot see these flags: https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 *
 * Both exist in V8 11.3 to 14.6 (`src/flags/flag-definitions.h`).
 */
import { setFlagsFromString } from "node:v8";

const FLAGS = ["--max-inlined-bytecode-size-cumulative=4000", "--max-inlined-bytecode-size-small=60"];

/** For all threads of the process. A limit that the user has set himself stays. */
export function makeRoomForProbes(flags: readonly string[]): void {
  if (flags.some((flag) => flag.replaceAll("_", "-").startsWith("--max-inlined-bytecode-size"))) return;
  for (const flag of FLAGS) setFlagsFromString(flag);
}
