/** Loops: how often they go round, and what a for-of loop reads and gets. */
import type {
  DoWhileStatement,
  ForInStatement,
  ForOfStatement,
  ForStatement,
  Node,
  WhileStatement,
} from "@oxc-project/types";
import { HOW, iterated } from "./checked.js";
import { target } from "./destructuring.js";
import { mayAllocateBut } from "./effects.js";
import type { Emitter } from "./emitter.js";
import { quietCalls } from "./known-functions.js";
import { unnamed } from "./naming.js";
import { inRegion } from "./regions.js";
import type { Rope } from "./rope.js";
import { untilOver } from "./scope-ends.js";
import { takenLater } from "./taken-later.js";

type Loop = ForStatement | ForInStatement | ForOfStatement | WhileStatement | DoWhileStatement;

export function loop(e: Emitter, node: Loop): Rope {
  if (e.region !== null || e.input.countOnly || mayAllocateBut(node, quietCalls(e))) return counted(e, node);
  const { rope, before, after } = inRegion(e, node.start, () => counted(e, node));
  if (before !== "") e.heads.push(before);
  if (after !== "") e.tails.push(after);
  return rope;
}

function counted(e: Emitter, node: Loop): Rope {
  const before = e.sites.sites.length;
  const index = e.sites.addLoop(node.start, node.end);
  e.frame.loops.push(index);
  const head = node.type === "ForOfStatement" ? forOf(e, node) : node.type === "ForInStatement" ? forIn(e, node) : null;
  const body = e.single(node.body);
  const heads: [Node, Rope][] = headParts(e, node, head);
  e.frame.loops.pop();
  const count = e.sites.sites.length > before ? e.aside(`${e.probe("I")}[${e.loopNumber(index)}]++`) : "";
  const ends = e.marksEnds && e.sites.sites.slice(before).some(({ loop }) => loop === index);
  const { begin, whole } = ends ? untilOver(e, e.loopNumber(index), body, false) : { begin: "", whole: body };
  const inner: Rope = count === "" && head === null ? whole : ["{", count, begin, head?.start ?? "", whole, "}"];
  if (head !== null && head.tail !== "") e.tails.push(head.tail);
  const out: Rope[] = [];
  let at = node.start;
  for (const [child, rope] of [...heads, [node.body, inner] as [Node, Rope]].sort((a, b) => a[0].start - b[0].start)) {
    out.push(e.slice(at, child.start), rope);
    at = child.end;
  }
  out.push(e.slice(at, node.end));
  return out;
}

function headParts(e: Emitter, node: Loop, head: Head | null): [Node, Rope][] {
  switch (node.type) {
    case "ForStatement":
      return [node.init, node.test, node.update].flatMap((part) =>
        part ? [[part, e.emit(part)] as [Node, Rope]] : [],
      );
    case "ForInStatement":
    case "ForOfStatement":
      return [
        [node.left, head?.left ?? e.slice(node.left.start, node.left.end)],
        [node.right, head?.right ?? e.emit(node.right)],
      ];
    default:
      return [[node.test, e.emit(node.test)]];
  }
}

interface Head {
  left: Rope;
  right: Rope;
  /** Goes before the body. */
  start: Rope;
  /** Follows the loop. */
  tail: string;
}

/** `for (k in x) …` → `for (k in $1=$aT.u(x)) {$aT.u($1); …}`: whether a key is still there is asked every time round. */
function forIn(e: Emitter, node: ForInStatement): Head | null {
  const left =
    node.left.type === "VariableDeclaration" ? e.slice(node.left.start, node.left.end) : target(e, node.left, []);
  if (e.input.countOnly || e.neverArray(node.right)) return { left, right: e.emit(node.right), start: "", tail: "" };
  const held = e.temp();
  const use = e.note(held);
  return { left, right: [`${held}=`, unnamed(node.right, e.used(node.right))], start: e.aside(use), tail: use };
}

/**
 * `for (const [k, v] of m) …` →
 * `for (const $0 of $1=$aT.u(m)) {$aT.u($1);const [k, v] = $aT.u($aT.v(7,$0)); …} $aT.u($1)`
 *
 * The pair that a Map's iterator makes is on the binding's line. The array iterator reads its array every time round,
 * and once more to find that it is at the end.
 */
function forOf(e: Emitter, node: ForOfStatement): Head {
  e.shapes.read(node.right, "for…of");
  const left = node.left;
  const iterable = e.temp();
  const full = !e.input.countOnly && !e.neverArray(node.right);
  // What `for await` needs may be asynchronous.
  const source = node.await ? e.used(node.right) : iterated(e, node.right, HOW.loop);
  const right: Rope = full ? [`${iterable}=`, source] : source;
  const use = full ? e.aside(e.note(iterable)) : "";
  const tail = full ? e.note(iterable) : "";
  const declarator = left.type === "VariableDeclaration" ? left.declarations[0] : undefined;
  const binding: Node = declarator?.id ?? left;
  if (left.type === "VariableDeclaration" && (left.kind === "using" || left.kind === "await using")) {
    return { left: e.slice(left.start, left.end), right, start: use, tail };
  }
  const site = e.site("iteration", binding.start, binding);
  const look = e.probe(e.own ? "v" : "V");
  if (binding.type === "Identifier") {
    return {
      left: e.slice(left.start, left.end),
      right,
      start: [use, e.aside(`${look}(${site},${binding.name})`)],
      tail,
    };
  }
  const held = e.fresh();
  const taken = takenLater(e, binding, {
    held,
    given: `${look}(${site},${held})`,
    // V8's own name for what a loop's pattern takes apart.
    quote: ".for",
    at: null,
    keyword: left.type === "VariableDeclaration" ? left.kind : null,
  });
  return { left: `const ${held}`, right, start: [use, taken], tail };
}
