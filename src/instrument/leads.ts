/**
 * Where V8 puts "x is not defined" for `x()` and `new x` when a statement begins with them: reading such a name has no place of
 * its own, so it is the statement's. A probe in front has one, which must not be taken for it.
 *
 * `BytecodeGenerator::VisitCall` and `VisitCallNew` in V8's src/interpreter/bytecode-generator.cc.
 */
import type { Node } from "@oxc-project/types";
import type { Emitter } from "./emitter.js";
import type { Rope } from "./rope.js";
import { unparen } from "./syntax.js";

/** Finds the call that a statement begins with, if it does. */
export function noteLead(e: Emitter, node: Node): void {
  switch (node.type) {
    case "ExpressionStatement":
      note(e, node.expression, node.start);
      break;
    case "ReturnStatement":
    case "ThrowStatement":
      if (node.argument !== null) note(e, node.argument, node.start);
      break;
    case "IfStatement":
      note(e, node.test, node.start);
      break;
    case "SwitchStatement":
      note(e, node.discriminant, node.start);
      break;
    // These have the place of their value, which is its operator's where it has one.
    case "WhileStatement":
      if (isCall(node.test)) note(e, node.test, node.test.start);
      break;
    case "VariableDeclarator":
      if (node.init !== null && isCall(node.init)) note(e, node.init, node.init.start);
      break;
    case "ArrowFunctionExpression":
      if (isCall(node.body)) note(e, node.body, node.body.start);
      break;
    default:
  }
}

function isCall(node: Node): boolean {
  return node.type === "CallExpression" || node.type === "NewExpression";
}

function note(e: Emitter, expression: Node, at: number): void {
  for (let node: Node | undefined = expression; node !== undefined; node = firstIn(node)) {
    if (node.type !== "CallExpression" && node.type !== "NewExpression") continue;
    if (head(node.callee) !== null && (node.type === "NewExpression" || node.callee.type === "Identifier")) {
      e.leads.set(node, at);
      return;
    }
  }
}

/** What is evaluated first of an expression. */
function firstIn(node: Node): Node | undefined {
  switch (node.type) {
    case "ParenthesizedExpression":
    case "ChainExpression":
      return node.expression;
    case "SequenceExpression":
      return node.expressions[0];
    case "MemberExpression":
      return node.object;
    case "CallExpression":
    case "NewExpression":
      return node.callee;
    case "BinaryExpression":
    case "LogicalExpression":
      return node.left;
    case "ConditionalExpression":
      return node.test;
    case "UnaryExpression":
    case "AwaitExpression":
    case "YieldExpression":
      return node.argument ?? undefined;
    case "TemplateLiteral":
      return node.expressions[0];
    case "AssignmentExpression":
      return node.left.type === "Identifier" ||
        (node.left.type === "MemberExpression" && !node.left.computed && node.left.object.type === "Identifier")
        ? node.right
        : undefined;
    default:
      return undefined;
  }
}

/** The name that a path begins with. */
export function head(callee: Node): (Node & { type: "Identifier" }) | null {
  const node = unparen(callee);
  if (node.type === "MemberExpression") return head(node.object);
  return node.type === "Identifier" ? node : null;
}

/** Text of ours, or the name itself, put at the statement's place; as it was where no statement begins so. */
export function led(e: Emitter, node: Node, rope: Rope): Rope {
  const mark = e.leads.get(node);
  return mark === undefined ? rope : [{ mark }, rope];
}
