/** The part of the second count that only the text knows: literals, rest elements and templates, each handed to a counter. */
import { parseSync, Visitor } from "oxc-parser";
import { position } from "./site.js";

interface Edit {
  at: number;
  text: string;
}

interface Node {
  type: string;
  start: number;
  end: number;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

interface Rest {
  name: string;
  start: number;
}

/** What rest elements of a pattern bind to new arrays; null when one binds to something else than a name. */
function restNames(pattern: unknown, names: Rest[] = []): Rest[] | null {
  if (Array.isArray(pattern)) {
    for (const part of pattern) if (restNames(part, names) === null) return null;
    return names;
  }
  if (!isNode(pattern)) return names;
  const { argument, elements, properties, value, left } = pattern as Node & Record<string, unknown>;
  if (pattern.type === "RestElement") {
    if (!isNode(argument) || argument.type !== "Identifier") return null;
    names.push({ name: (argument as Node & { name: string }).name, start: pattern.start });
    return names;
  }
  if (pattern.type === "ArrayPattern") return restNames(elements, names);
  // An object's rest is an object.
  if (pattern.type === "ObjectPattern") {
    const inner = (properties as Node[]).filter(({ type }) => type !== "RestElement");
    return restNames(inner, names);
  }
  if (pattern.type === "Property") return restNames(value, names);
  return pattern.type === "AssignmentPattern" ? restNames(left, names) : names;
}

/** The text with its counters, or null when something in it makes arrays in a way that is not followed. */
export function countInText(source: string): string | null {
  const { program, errors } = parseSync("program.cjs", source, { sourceType: "script" });
  if (errors.length > 0) return null;
  const edits: Edit[] = [];
  let rests = 0;
  let followed = true;
  // The stack trace there names the place of the counter, not of the rest element: so the line is given.
  const made = (names: Rest[]): string =>
    names.map(({ name, start }) => `$made(${name}, ${position(source, start).line})`).join(", ");
  const note = (pattern: unknown, insert: (names: Rest[]) => void): void => {
    const names = restNames(pattern);
    if (names === null) followed = false;
    else if (names.length > 0) insert(names);
    rests += names?.length ?? 0;
  };
  const inFunction = ({ params, body }: { params: unknown; body: unknown }): void =>
    note(params, (names) => {
      if (!isNode(body)) return;
      if (body.type !== "BlockStatement")
        edits.push({ at: body.start, text: `(${made(names)}, ` }, { at: body.end, text: ")" });
      else edits.push({ at: body.start + 1, text: ` ${made(names)};` });
    });
  const behind = (pattern: unknown, end: number): void =>
    note(pattern, (names) => edits.push({ at: end, text: ` ${made(names)};` }));
  let restElements = 0;
  new Visitor({
    ArrayExpression(node) {
      // It is made before its elements are evaluated, which may throw.
      edits.push({ at: node.start, text: "$literal($begun()," }, { at: node.end, text: ")" });
    },
    FunctionDeclaration: inFunction,
    FunctionExpression: inFunction,
    ArrowFunctionExpression: inFunction,
    VariableDeclaration(node) {
      for (const { id, init } of node.declarations) if (init) behind(id, node.end);
    },
    ExpressionStatement(node) {
      if (node.expression.type === "AssignmentExpression") behind(node.expression.left, node.end);
    },
    ObjectPattern(node) {
      restElements -= node.properties.filter(({ type }) => type === "RestElement").length;
    },
    RestElement() {
      restElements += 1;
    },
    TaggedTemplateExpression(node) {
      if (node.tag.type !== "Identifier") followed = false;
      edits.push({ at: node.tag.start, text: "$tag(" }, { at: node.tag.end, text: ")" });
    },
  }).visit(program);
  if (!followed || rests !== restElements) return null;
  // From the end, so that offsets stay true. At one offset, what closes comes to stand before what opens, and what is
  // entered first before what is inside it.
  edits.reverse().sort((a, b) => b.at - a.at || Number(a.text === ")") - Number(b.text === ")"));
  return edits.reduce((code, { at, text }) => code.slice(0, at) + text + code.slice(at), source);
}
