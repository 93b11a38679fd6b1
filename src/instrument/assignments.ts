/** Assignments: to names, to places in arrays and objects, to patterns. */
import type { AssignmentExpression, MemberExpression } from "@oxc-project/types";
import { isImplicitPlace } from "./blame.js";
import { assigned } from "./destructuring.js";
import type { Emitter } from "./emitter.js";
import { afterwards, hasOpenKey, isQuietThis, member } from "./members.js";
import { namedWrite } from "./named-reads.js";
import { alone, named, nameFor, takesName } from "./naming.js";
import { rareName } from "./rare-names.js";
import type { Rope } from "./rope.js";
import { unparen } from "./syntax.js";

/** `??=` and the like: the right side may be left out. */
const LOGICAL = /^(\?\?|&&|\|\|)=$/;

/**
 * The place that an assignment writes to. The write comes after the right side, so when that can make an array the use
 * is noted there: `x[i] = [1]` → `x[i] = $aT.w($aT.l(7,[1]),x)`. Where the right side may be left out, what was read is
 * noted before, too: `x[i] ??= [1]` → `$aT.u(x)[i] ??= $aT.w($aT.l(7,[1]),x)`.
 */
function place(
  e: Emitter,
  node: MemberExpression,
  busy: boolean,
  operator: string,
): { rope: Rope; after: string | null } {
  const unseen = node.object.type === "Super" || e.neverArray(node.object) || isQuietThis(e, node);
  if (e.input.countOnly || unseen || !busy || e.merged?.first.has(node.object) === true) {
    return { rope: member(e, node, true), after: null };
  }
  const key = node.computed ? e.emit(node.property) : e.slice(node.property.start, node.property.end);
  const tail = e.slice(node.property.end, node.end);
  const rare = rareName(node);
  const object = rare === null ? alone(e, node.object) : namedWrite(e, node.object, rare);
  const read = rare === null && LOGICAL.test(operator) ? [`${e.noting(node.object)}(`, object, ")"] : object;
  if (e.stable(node.object)) {
    return { rope: [read, e.link(node), key, tail], after: e.source.slice(node.object.start, node.object.end) };
  }
  const temp = e.temp();
  const rope = [`(${temp}=`, read, ")", e.link(node), key, tail];
  return { rope, after: temp };
}

export function assignment(e: Emitter, node: AssignmentExpression): Rope {
  e.shapes.assigned(node, e.source);
  const left = unparen(node.left);
  const middle = e.slice(node.left.end, node.right.start);
  if (left.type === "Identifier") {
    nameFor(e, node.right, left.name);
    return [e.slice(node.start, node.left.end), middle, e.emit(node.right)];
  }
  if (left.type === "MemberExpression") {
    const busy = e.moves(node.right) || (left.computed && e.moves(left.property));
    const lead = e.slice(node.start, left.start);
    const openKey = hasOpenKey(e, left);
    const unseen =
      e.input.countOnly || left.object.type === "Super" || e.neverArray(left.object) || isQuietThis(e, left);
    const rope = takesName(node.right) ? named(e, { node, left, openKey, unseen }) : null;
    if (rope !== null) return rope;
    e.hint = "";
    if (openKey) {
      return afterwards(e, left, (place) => [
        lead,
        place,
        e.slice(left.end, node.left.end),
        middle,
        e.emit(node.right),
      ]);
    }
    const { rope: written, after } = place(e, left, busy, node.operator);
    if (takesName(node.right) && isImplicitPlace(left)) e.implicit.add(unparen(node.right));
    nameFor(e, node.right, !left.computed && left.property.type === "Identifier" ? left.property.name : "");
    const right = e.emit(node.right);
    const value = after === null ? right : [`${e.notingAfter(left.object)}(`, right, `,${after})`];
    return [lead, written, e.slice(left.end, node.left.end), middle, value];
  }
  return left.type === "ArrayPattern" || left.type === "ObjectPattern" ? assigned(e, node, left) : e.inside(node);
}
