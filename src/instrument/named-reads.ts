/**
 * Properties read and written by a fixed name.
 *
 * An array has few of those (`length`, a match's `index` …); what else it has, somebody must have put there. So `o.name`
 * is a use only once `name` has been seen on an array object: `$aT.F` has a mark at the number of every such name.
 */
import type { Node } from "@oxc-project/types";
import { nameNumber } from "../trace/names.js";
import type { Emitter } from "./emitter.js";
import { unnamed } from "./naming.js";
import { hoists } from "./regions.js";
import type { Rope } from "./rope.js";

/** `o.name` → `($aT.F[7]&&$aT.u(o),o).name` */
export function namedRead(e: Emitter, object: Node, name: string): Rope {
  if (e.region !== null && hoists(e, e.region, object)) return e.used(object);
  const known = `${e.probe("F")}[${nameNumber(name)}]`;
  if (object.type === "ThisExpression" || (object.type === "Identifier" && !e.standIns.has(object))) {
    const text = e.source.slice(object.start, object.end);
    // A name that nothing declares fails in what is put in.
    return [{ mark: object.start }, `(${known}&&${e.note(text)},`, e.emit(object), ")"];
  }
  const temp = e.temp();
  return [`(${temp}=`, unnamed(object, e.emit(object)), `,${known}&&${e.note(temp)},${temp})`];
}

/** `o.name = …` → `$aT.a(o,7).name = …`: from now on reads of that name look. */
export function namedWrite(e: Emitter, object: Node, name: string): Rope[] {
  const text = e.source.slice(object.start, object.end);
  return [`${e.copy("a", text)}(`, e.emit(object), `,${nameNumber(name)})`];
}

/** The same for a name whose use is another's: `o.name = …` → `($aT.F[7]?o:$aT.a(o,7)).name = …` */
export function coveredWrite(e: Emitter, object: Node, name: string): Rope {
  const text = e.source.slice(object.start, object.end);
  const number = nameNumber(name);
  return [`(${e.probe("F")}[${number}]?${text}:`, ...namedWrite(e, object, name), ")"];
}
