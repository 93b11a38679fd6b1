/**
 * Stretches of code in which the clock stands still: loops and short bodies without calls, literals or anything else
 * that could make an array. A use may be noted anywhere between the use and the next birth, so inside a region
 *
 * - a name that keeps its value is noted once, before the region and after it:
 *   `for (…) s += x[i]` → `$aT.u(x);for (…) s += x[i];$aT.u(x)`
 * - any other object is noted when it is not the one that was noted last at that place:
 *   `this.data[i]` → `($1===($2=this.data)?$1:$aT.u($1=$2))[i]`
 *
 * A getter could still make an array in between. The note after the region is late enough for what was read before it.
 */
import type { Node } from "@oxc-project/types";
import type { Emitter } from "./emitter.js";
import type { Rope } from "./rope.js";

export interface Region {
  /** Goes round: an object noted once need not be noted again. */
  repeats: boolean;
  /** Offset where the region begins. */
  from: number;
  /** Names noted before and after it. */
  names: Set<string>;
  /** Temporaries that must not remember an earlier time round. */
  seen: string[];
}

/** Emits `run` as a region that begins at `from`; gives the notes that go before it and after it. */
export function inRegion(
  e: Emitter,
  from: number,
  repeats: boolean,
  run: () => Rope,
): { rope: Rope; before: string; after: string } {
  const region: Region = { repeats, from, names: new Set(), seen: [] };
  e.region = region;
  const rope = run();
  e.region = null;
  const notes = [...region.names].map((name) => `${e.probe("u")}(${name})`);
  const before = [...region.seen.map((name) => `${name}=0`), ...notes].join(",");
  return { rope, before, after: notes.join(",") };
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
  if (!region.repeats) return [`${e.probe("u")}(`, rope, ")"];
  const seen = e.temp();
  region.seen.push(seen);
  if (node.type === "Identifier") return `(${seen}===${node.name}?${seen}:${e.probe("u")}(${seen}=${node.name}))`;
  const value = e.temp();
  return [`(${seen}===(${value}=`, rope, `)?${seen}:${e.probe("u")}(${seen}=${value}))`];
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
