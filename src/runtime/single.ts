/**
 * Functions that exist once. V8 has constants and the addresses of tables in its code for those alone: where there are two
 * of one text, both load and check them at every use, which takes several times as long
 * (V8's `src/compiler/pipeline.cc`: code is made for a function's context where its feedback cell says that it has one closure).
 */

const taken = new Set<unknown>();

/**
 * A maker of such functions that nobody else has: `make` itself, or a copy of it. Its text must name nothing that it is not
 * given.
 */
export function single<Maker extends (...given: never[]) => unknown>(make: Maker): Maker {
  if (!taken.has(make)) {
    taken.add(make);
    return make;
  }
  try {
    // biome-ignore lint/security/noGlobalEval: of our own text.
    // biome-ignore lint/complexity/noCommaOperator: in the global scope.
    return (0, eval)(`(${make})`) as Maker;
  } catch {
    // Node was told to compile no strings.
    return make;
  }
}
