/**
 * The language iterates arrays, maps and strings through properties that a program may replace, and asks arrays for their
 * species; their methods may be the program's own, too. Our work in the middle of a program, and that of the packages that
 * it needs, must neither run what the program has put there, nor fail with it.
 */
const { apply, defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;

interface Native {
  holder: object;
  key: PropertyKey;
  descriptor: PropertyDescriptor;
}

const natives: Native[] = [];

function keep(holder: object, key: PropertyKey): void {
  const descriptor = getOwnPropertyDescriptor(holder, key);
  if (descriptor !== undefined) natives[natives.length] = { holder, key, descriptor };
}

for (const holder of [Array, Map, Set, String]) keep(holder.prototype, Symbol.iterator);
for (const method of ["push", "map", "filter", "find", "some", "slice", "join", "sort", "pop", "splice", "flatMap"])
  keep(Array.prototype, method);
for (const holder of [Map, Set, WeakMap, WeakSet])
  for (const method of ["get", "set", "has", "add", "delete"]) keep(holder.prototype, method);
for (const iterator of [[].values(), new Map().keys(), new Set().keys(), ""[Symbol.iterator](), "".matchAll(/x/g)])
  keep(getPrototypeOf(iterator) as object, "next");
const generators = getPrototypeOf(getPrototypeOf((function* () {})()) as object) as object;
keep(generators, "next");
keep(getPrototypeOf(generators) as object, Symbol.iterator);
for (const holder of [Array, RegExp]) keep(holder, Symbol.species);
keep(RegExp.prototype, "exec");

/** Runs `work`, which calls nothing of the program's, with the language's own in place. */
export function withOwnIteration<Result>(work: () => Result): Result {
  let changed: (PropertyDescriptor | undefined)[] | null = null;
  for (let i = 0; i < natives.length; i++) {
    const { holder, key, descriptor } = natives[i] as Native;
    const found = getOwnPropertyDescriptor(holder, key);
    if (found !== undefined && found.value === descriptor.value && found.get === descriptor.get) continue;
    changed ??= [];
    // One that cannot be put back stays.
    if (defineProperty(holder, key, descriptor)) changed[i] = found ?? NONE;
  }
  if (changed === null) return work();
  try {
    return work();
  } finally {
    for (let i = 0; i < changed.length; i++) {
      const before = changed[i];
      const { holder, key } = natives[i] as Native;
      if (before === NONE) deleteProperty(holder, key);
      else if (before !== undefined) defineProperty(holder, key, before);
    }
  }
}

const NONE: PropertyDescriptor = {};

/** A function that does `work` so. */
export function iteratingByItself<Given extends unknown[], Result>(
  work: (...given: Given) => Result,
): (...given: Given) => Result {
  return (...given) => withOwnIteration(() => apply(work, undefined, given) as Result);
}
