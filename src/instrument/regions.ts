/**
 * Stretches of code in which the clock stands still: loops without literals, calls (but those of `Math` and of functions
 * that make nothing) or anything else that could make an array. A use may be noted anywhere between the use and the next
 * birth, so inside a region
 *
 * - a name that keeps its value is noted once, before the region and after it:
 *   `for (…) s += x[i]` → `$aT.u(x),$0=$aT.C[0];try{for (…) s += x[i]}finally{$aT.C[0]!==$0&&($aT.u(x))}`
 * - any other object is noted when it is not the one that was noted last where the same stands:
 *   `this.data[i]` → `($1===($2=this.data)?$1:$aT.N($1,$1=$2))[i]`
 *
 * A getter, a coercion or a method that goes by a native's name could still make an array in between. So what was noted is
 * noted again when another takes its place, and, if the clock has moved, when the region is left, by whatever way: that is
 * late enough for all that was read.
 */
import type { Node } from "@oxc-project/types";
import type { Emitter } from "./emitter.js";
import type { Rope } from "./rope.js";

export interface Region {
  /** Offset where the region begins. */
  from: number;
  /** Names noted before and after it. */
  names: Set<string>;
  /** Temporaries that must not remember an earlier time round, by the texts of the expressions that share one. */
  seen: Map<string, string>;
}

/** Emits `run` as a region that begins at `from`; gives the notes that go before it and after it. */
export function inRegion(e: Emitter, from: number, run: () => Rope): { rope: Rope; before: string; after: string } {
  const region: Region = { from, names: new Set(), seen: new Map() };
  e.region = region;
  const rope = run();
  e.region = null;
  const notes = [...region.names].map((name) => e.note(name));
  const seen = [...region.seen.values()];
  const again = [...seen.map((name) => e.note(name)), ...notes].join(",");
  if (again === "") return { rope, before: "", after: "" };
  const clock = `${e.probe("C")}[0]`;
  const then = e.temp();
  const before = [...seen.map((name) => `${name}=0`), ...notes, `${then}=${clock}`].join(",");
  return { rope, before, after: `${clock}!==${then}&&(${again})` };
}

/** True for an object that the region notes before and after it. */
export function hoists(e: Emitter, region: Region, node: Node): boolean {
  return node.type === "ThisExpression" || (node.type === "Identifier" && mayHoist(e, region, node.name));
}

/** The use of an object inside a region. */
export function regionUse(e: Emitter, region: Region, node: Node, rope: Rope): Rope {
  if (hoists(e, region, node)) {
    region.names.add(node.type === "Identifier" ? node.name : "this");
    return rope;
  }
  const text = e.source.slice(node.start, node.end);
  const seen = region.seen.get(text) ?? e.temp();
  region.seen.set(text, seen);
  const noting = e.copy("N", text);
  if (node.type === "Identifier") return `(${seen}===${text}?${seen}:${noting}(${seen},${seen}=${text}))`;
  const value = e.temp();
  return [`(${seen}===(${value}=`, rope, `)?${seen}:${noting}(${seen},${seen}=${value}))`];
}

/** The name has its value before the region begins, and keeps it. */
function mayHoist(e: Emitter, region: Region, name: string): boolean {
  const binding = e.binding(name);
  if (binding === null || binding.assigned || binding.scope.dynamic) return false;
  if (binding.kind === "param") return true;
  if (binding.kind === "import" || binding.kind === "catch" || binding.declaredTo > region.from) return false;
  return functionScope(binding.scope) === functionScope(e.scope);
}

function functionScope(scope: Emitter["scope"]): Emitter["scope"] {
  let at = scope;
  while (!at.isFunction && at.parent !== null) at = at.parent;
  return at;
}
