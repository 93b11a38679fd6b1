/** Probes for what compiles text: `eval`, function constructors, and what the host has besides (`vm`). */

/** Gives the text to be compiled in the place of the program's, or that one. */
export interface TextCompiler {
  /** Where `eval` is called by its name: the text sees what is around. `mode`: see `modeOf` in `instrument/text-compilers.ts`. */
  direct(site: number, mode: number, text: string): string;
  /** By any other way: the arguments that `callee` is to have. */
  call(callee: object, site: number, args: unknown[]): unknown[];
}

export interface TextProbes {
  compiler: TextCompiler | null;
  /** `eval` of this realm and of others. */
  evals: WeakSet<object>;
  /** What else compiles text. */
  compilers: WeakSet<object>;
}

export function makeTextProbes(known: TextProbes) {
  // Taken now: the program may put its own in their places.
  const isEval = known.evals.has.bind(known.evals);
  const isOther = known.compilers.has.bind(known.compilers);
  const compiles = (callee: unknown): callee is object =>
    known.compiler !== null && typeof callee === "function" && (isEval(callee) || isOther(callee));
  return {
    /** Temporaries of what has no scope to declare them in. */
    held: {},
    /** The argument of a direct eval. */
    direct<Text>(callee: unknown, site: number, mode: number, text: Text): Text | string {
      if (typeof text !== "string" || known.compiler === null || !isEval(callee as object)) return text;
      return known.compiler.direct(site, mode, text);
    },
    /** The only argument of another compiler. */
    text(callee: unknown, site: number, text: unknown): unknown {
      if (typeof text !== "string" || !compiles(callee)) return text;
      return (known.compiler as TextCompiler).call(callee, site, [text])[0];
    },
    /** All of them. */
    texts(callee: unknown, site: number, args: unknown): unknown {
      if (!compiles(callee) || !Array.isArray(args)) return args;
      return (known.compiler as TextCompiler).call(callee, site, args);
    },
  };
}
