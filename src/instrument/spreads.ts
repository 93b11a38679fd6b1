/** Spreads: of lists into lists, of arguments, of objects into objects. */
import type { CallExpression, NewExpression, Node, SpreadElement } from "@oxc-project/types";
import { HOW, iteratedBy, stepped } from "./checked.js";
import type { Emitter } from "./emitter.js";
import type { Rope } from "./rope.js";
import { unparen } from "./syntax.js";

const copied = new WeakSet<Node>();
const argumentsOf = new WeakMap<Node, CallExpression | NewExpression>();

/** Spread into an object: its properties are copied, nothing is iterated. */
export function copies(spread: Node): void {
  copied.add(spread);
}

/** Remembers which spreads are the call's arguments. */
export function noteSpreads(call: CallExpression | NewExpression): void {
  for (const argument of call.arguments) if (argument.type === "SpreadElement") argumentsOf.set(argument, call);
}

/** `...x` → `...$aT.o(x,2,"x")` */
export function spread(e: Emitter, node: SpreadElement, probe: "o" | "G" = "o"): Rope {
  const { argument } = node;
  const lead = e.slice(node.start + 3, argument.start);
  const dots = [e.slice(node.start, node.start + 3), lead];
  if (copied.has(node)) return [dots, e.used(argument)];
  const call = argumentsOf.get(node);
  if (call === undefined) return [dots, iteratedBy(e, argument, HOW.literal, probe, null)];
  // V8 goes over the last argument when it calls, and over others before.
  const last = call.arguments[call.arguments.length - 1] === node;
  const at = last ? calledAt(call) : argument.start;
  return [dots, iteratedBy(e, argument, last ? HOW.argument : HOW.earlyArgument, probe, at)];
}

/** The same where what is spread is handed over. */
export function spreadArgument(e: Emitter, node: SpreadElement): Rope {
  const rope = spread(e, node, "G");
  const [dots, list] = rope as [Rope, Rope];
  return [dots, stepped(e, "spread", node, node.argument, list)];
}

/** Where V8 says that a call is. */
function calledAt(call: CallExpression | NewExpression): number {
  const callee = unparen(call.callee);
  return call.type === "CallExpression" && callee.type === "MemberExpression" ? callee.property.start : call.start;
}
