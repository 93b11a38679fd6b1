/** Functions of a source file, and which of them a position of V8's belongs to. */
import { parseSync } from "oxc-parser";
import { lineStartsOf } from "../hooks/places.js";

export interface SourceFunction {
  /** Empty for the file's top level. */
  name: string;
  /** UTF-16 offsets; the head ends where the body begins. */
  start: number;
  head: number;
  end: number;
  /** 1-based. */
  line: number;
  /** Something in its own text may allocate other things than arrays: objects, closures, strings. */
  others: boolean;
}

export interface FunctionsOfFile {
  top: SourceFunction;
  /** Lines of the file. */
  lines: number;
  /** The innermost function around a place (1-based line and column). */
  around(line: number, column: number): SourceFunction;
  /** The function that V8 says begins at a place: at the bracket of its parameters, or at an arrow's first one. */
  beginning(line: number, column: number, name: string): SourceFunction;
}

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/** Null for a text that the parser refuses. */
export function functionsOf(path: string, source: string): FunctionsOfFile | null {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0 && program.body.length === 0) return null;
  const starts = lineStartsOf(source);
  const found: SourceFunction[] = [{ name: "", start: -1, head: -1, end: source.length + 1, line: 1, others: false }];
  const top = found[0] as SourceFunction;
  collect(program as unknown as Node, "", top, (node, name) => {
    const body = node.body as Node | null | undefined;
    if (!body) return top;
    const { start, end } = node;
    const made = { name, start, head: body.start, end, line: lineOf(starts, start), others: false };
    found.push(made);
    return made;
  });
  const offsetOf = (line: number, column: number): number => (starts[line - 1] ?? source.length) + column - 1;
  const innermost = (offset: number): SourceFunction =>
    found.reduce((best, one) => (one.start <= offset && offset < one.end && one.start >= best.start ? one : best), top);
  return {
    top,
    lines: starts.length,
    around: (line, column) => innermost(offsetOf(line, column)),
    beginning(line, column, name) {
      const offset = offsetOf(line, column);
      // Compiled text knows no place for a bracket: what stands before it is meant.
      const plain = name.split(".").at(-1) ?? name;
      const near = found
        .filter((one) => one !== top && one.head >= offset && one.start <= offset + NEAR)
        .filter((one) => one.start <= offset || BETWEEN.test(source.slice(offset, one.start)))
        .sort((a, b) => distance(a, offset, plain) - distance(b, offset, plain));
      return near[0] ?? innermost(offset);
    },
  };
}

/** UTF-16 units between the name and the bracket, at most: `async function* name <T>(`. */
const NEAR = 200;
/** What can stand there: keywords, a name, a type parameter. */
const BETWEEN = /^[\w$#\s*"'`[\].<>,=:]*$/;

function distance(one: SourceFunction, offset: number, name: string): number {
  const inHead = one.start <= offset && offset <= one.head;
  return Math.abs(one.start - offset) + (inHead ? 0 : NEAR) + (one.name === name ? 0 : NEAR * 2);
}

const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

/** `name` is what the surroundings call the node, when it is a function without a name; `inside` is what it stands in. */
function collect(
  node: Node,
  name: string,
  inside: SourceFunction,
  found: (node: Node, name: string) => SourceFunction,
  repeats = false,
): void {
  // What runs once makes nothing to speak of.
  if ((repeats || inside.start >= 0) && allocatesOthers(node)) inside.others = true;
  const again = repeats || LOOPS.test(node.type);
  const here = FUNCTIONS.has(node.type) ? found(node, nameOf(node.id) || name) : inside;
  for (const [key, value] of Object.entries(node)) {
    if (key === "parent") continue;
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (!isNode(child)) continue;
      const named = key === "value" || key === "init" || key === "right";
      collect(child, named ? nameOf(node.key ?? node.id ?? node.left) : "", here, found, again);
    }
  }
}

const LOOPS = /^(?:For|While|DoWhile)/;
const ARRAYS = /^(?:Array|\w+Array|ArrayBuffer|SharedArrayBuffer|DataView)$/;
/** Methods of built-in objects that make strings, objects or iterators. */
const MAKERS = new Set(
  (
    "split join toString toFixed toPrecision toLocaleString substring substr trim trimStart trimEnd replace replaceAll " +
    "toUpperCase toLowerCase padStart padEnd repeat match matchAll exec stringify parse entries keys values assign " +
    "fromEntries groupBy charAt bind then create from of set add"
  ).split(" "),
);

function allocatesOthers(node: Node): boolean {
  switch (node.type) {
    case "ObjectExpression":
    case "ArrowFunctionExpression":
    case "FunctionExpression":
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "ClassExpression":
    case "RegExpLiteral":
    case "ForOfStatement":
    case "ArrayPattern":
    case "AwaitExpression":
    case "YieldExpression":
      return true;
    case "TemplateLiteral":
      return (node.expressions as unknown[]).length > 0;
    case "NewExpression":
      return !ARRAYS.test(nameOf(node.callee));
    case "BinaryExpression":
      return node.operator === "+" && [node.left, node.right].some(isText);
    case "CallExpression":
      return MAKERS.has(nameOf(node.callee)) || /^(?:String|Object|BigInt|Symbol|require)$/.test(nameOf(node.callee));
    default:
      return false;
  }
}

function isText(node: unknown): boolean {
  if (!isNode(node)) return false;
  return (node.type === "Literal" && typeof node.value === "string") || node.type === "TemplateLiteral";
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  if (node.type === "MemberExpression") return nameOf(node.property);
  if (node.type === "Literal") return String(node.value);
  return typeof node.name === "string" ? node.name : "";
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Partial<Node>).type === "string";
}

function lineOf(starts: Int32Array, offset: number): number {
  let line = 0;
  while (line + 1 < starts.length && (starts[line + 1] as number) <= offset) line++;
  return line + 1;
}
