/**
 * V8's measures of size are meant for plain code, and probed code has more bytecode. Programs cannot see
 * these flags: https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
import { setFlagsFromString } from "node:v8";
import { has } from "./capabilities.js";

/**
 * V8 stops inlining into a function when the bytecode of what was inlined comes to 920 bytes (4,600 with what is to be inlined
 * by all means); probed code calls so many small functions that the limit is met by probes alone, and what plain node would
 * have inlined stays a call. But each function that runs often is compiled with all of that, and a program of many such
 * functions waits for its code: the more of it there is, the less room. By characters of the tables of sites: 6 a line in
 * lodash, 22 in TypeScript. All V8s from 11.3 to 14.6 have the flags (`src/flags/flag-definitions.h`).
 */
const ROOMS = [
  { from: 0, cumulative: 9000, absolute: 16_000 },
  { from: 200_000, cumulative: 4000, absolute: 4600 },
  { from: 800_000, cumulative: 1200, absolute: 3000 },
] as const;
const SMALL = "--max-inlined-bytecode-size-small=60";

/**
 * V8 11 thinks of optimizing a function each time that it has run 66 KB of bytecode. Three times as much, or it optimizes what
 * plain node would have left alone: large programs then take a quarter more processor time.
 */
const BUDGET = "--interrupt-budget=200000";

/**
 * A place where V8 has met more than four kinds of objects is megamorphic: each look at an object there is a call of a builtin.
 * Stamps are written at one place for all arrays, and a probe is the place of many. All V8s from 11.3 to 14.6 have the flag.
 */
const KINDS = "--max-valid-polymorphic-map-count=16";

/**
 * On the way up to a base class V8 passes by default constructors, in a step that its optimizer does not take apart within a
 * `try` (`ReduceJSFindNonDefaultConstructorOrConstruct` in `src/compiler/js-native-context-specialization.cc`). What stamps an
 * array comes without that step where this is off while it is compiled. The program's own classes keep it: default constructors
 * would show in its stack traces. V8 11.3 to 14.6 have the flag, and no other is known to do without it.
 */
const PASSING = "omit-default-ctors";

/**
 * For all threads of the process. A limit that the user has set himself stays. What it gives is to be told of each table of
 * sites that is loaded, by its length.
 */
export function makeRoomForProbes(flags: readonly string[], set = setFlagsFromString): (more: number) => void {
  if (!isSet(flags, "max-valid-polymorphic-map-count")) set(KINDS);
  if (!isSet(flags, "interrupt-budget") && !has("optimizesByCalls")) set(BUDGET);
  if (isSet(flags, "max-inlined-bytecode-size")) return () => undefined;
  set(SMALL);
  let loaded = 0;
  let place = -1;
  const load = (more: number): void => {
    loaded += more;
    while (loaded >= (ROOMS[place + 1]?.from ?? Number.POSITIVE_INFINITY)) {
      place++;
      const { cumulative, absolute } = ROOMS[place] as (typeof ROOMS)[number];
      set(`--max-inlined-bytecode-size-cumulative=${cumulative}`);
      set(`--max-inlined-bytecode-size-absolute=${absolute}`);
    }
  };
  load(0);
  return load;
}

/** Runs `make`, and says whether the constructors that it compiles are plain; no other thread may be compiling the program's. */
export function withPlainConstructors<T>(flags: readonly string[], isAlone: boolean, make: (plain: boolean) => T): T {
  if (!isAlone || isSet(flags, PASSING) || isSet(flags, `no-${PASSING}`)) return make(false);
  setFlagsFromString(`--no-${PASSING}`);
  try {
    return make(true);
  } finally {
    setFlagsFromString(`--${PASSING}`);
  }
}

function isSet(flags: readonly string[], name: string): boolean {
  return flags.some((flag) => flag.replaceAll("_", "-").startsWith(`--${name}`));
}
