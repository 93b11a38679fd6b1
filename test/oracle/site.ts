/** From a parse node to the place that V8's stack trace would give for it: DESIGN's "line of a site". */
import type { ParseNode } from "./engine.js";

export interface Site {
  /** The text the place is in: the program itself, or what it handed to `eval` or `new Function`. */
  source: string;
  line: number;
  column: number;
  kind: string;
}

const isNode = (value: unknown): value is ParseNode =>
  typeof value === "object" && value !== null && "location" in value;

const BLANK = /(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*/y;

/** Offset of the first token at or after `from`. */
function tokenAfter(source: string, from: number): number {
  BLANK.lastIndex = from;
  BLANK.exec(source);
  return BLANK.lastIndex;
}

/** The callee's last name, or the parenthesis where the callee is no name: V8 reports calls so. */
function callOffset(callee: ParseNode): number {
  if (isNode(callee.IdentifierName)) return callee.IdentifierName.location.startIndex;
  if (isNode(callee.PrivateIdentifier)) return callee.PrivateIdentifier.location.startIndex;
  if (callee.type === "IdentifierReference") return callee.location.startIndex;
  return tokenAfter(callee.source, callee.location.endIndex);
}

function offsetAndKind(node: ParseNode): [number, string] {
  const start = node.location.startIndex;
  switch (node.type) {
    case "ArrayLiteral":
      return [start, "literal"];
    case "NewExpression":
      return [start, "new"];
    case "SuperCall":
      return [start, "call"];
    case "CallExpression":
      return [callOffset(node.CallExpression as ParseNode), "call"];
    case "TaggedTemplateExpression":
      return [(node.TemplateLiteral as ParseNode).location.startIndex, "call"];
    case "OptionalChain":
      if (!node.Arguments) return [start, "get"];
      return [isNode(node.OptionalChain) ? callOffset(node.OptionalChain) : tokenAfter(node.source, start + 2), "call"];
    case "TemplateLiteral":
      return [start, "template"];
    case "BindingRestElement":
    case "FunctionRestParameter":
      return [start, "rest"];
    case "AssignmentRestElement":
      return [start, isNode(node.DestructuringAssignmentTarget) ? "rest" : "spread"];
    case "SpreadElement":
      return [start, "spread"];
    case "ForDeclaration":
    case "ForBinding":
      return [isNode(node.ForBinding) ? node.ForBinding.location.startIndex : start, "iteration"];
    case "ArrayBindingPattern":
    case "ArrayAssignmentPattern":
      return [start, "destructuring"];
    case "AwaitExpression":
      return [start, "await"];
    default:
      return [start, node.type];
  }
}

/** Line and column of an offset, both from 1; the line terminators are JavaScript's. */
export function position(source: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (const { index, 0: terminator } of source.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
    if (index >= offset) break;
    line += 1;
    lineStart = index + terminator.length;
  }
  return { line, column: offset - lineStart + 1 };
}

const known = new WeakMap<ParseNode, Site>();

export function siteOf(node: ParseNode): Site {
  let site = known.get(node);
  if (!site) {
    const [offset, kind] = offsetAndKind(node);
    site = { source: node.source, ...position(node.source, offset), kind };
    known.set(node, site);
  }
  return site;
}
