/** Patterns that are taken out of where they stand, so that probes find a name for what they take apart. */
import type { Node } from "@oxc-project/types";
import { busyPattern, target } from "./destructuring.js";
import type { Emitter } from "./emitter.js";
import { again, checked, isBusyInside, takenBy } from "./nested-patterns.js";
import type { Rope } from "./rope.js";

interface Source {
  /** The name that holds what is taken apart. */
  held: string;
  /** What gives it to the pattern. */
  given: string;
  /** How V8 quotes it; null where it shows the value itself. */
  quote: string | null;
  /** Where V8 says that it cannot be iterated, unless it is where it says itself. */
  at: number | null;
  /** Of the declaration; null for an assignment. */
  keyword: string | null;
}

/** `([a, ...r]) => …` → `($0) => {var [a, ...r]=$aT.o($0,10,"");$aT.l(7,r);$aT.u($0);…`: the statements. */
export function takenLater(e: Emitter, pattern: Node, { held, given, quote, at, keyword }: Source): Rope[] {
  const rests: string[] = [];
  const outer = e.noteList;
  const list = e.input.countOnly || !isBusyInside(pattern) ? "" : e.fresh();
  e.noteList = list;
  const written = target(e, pattern, rests);
  const read = keyword === null ? e.note(given) : checked(e, pattern, given, quote, at);
  e.noteList = outer;
  const value = takenBy(e, pattern, read, quote, list);
  const statements: Rope[] = [];
  if (list !== "") statements.push(`const ${list}=[];`);
  if (keyword === null) statements.push(e.aside(["(", written, "=", value, ")"]));
  else statements.push([`${keyword} `, written, "=", value, ";"]);
  for (const rest of rests) statements.push(e.aside(`${e.probe(e.own ? "l" : "L")}(${rest})`));
  if (busyPattern(pattern) && !e.input.countOnly) statements.push(e.aside(e.note(held)));
  if (list !== "") statements.push(e.aside(again(e, list)));
  return statements;
}
