/**
 * Patterns inside patterns: `const { q: [x] } = o` reads the array in `o.q`, for which no name stands anywhere. What the
 * whole pattern takes apart is looked at before: `$aT.inner(o,…)` follows the properties to where a pattern stands.
 */
import type { Node } from "@oxc-project/types";
import { HOW, iteratedText, takenApartText, textLiteral } from "./checked.js";
import type { Emitter } from "./emitter.js";
import { quoted } from "./quote.js";
import { isPlain, type Rope } from "./rope.js";
import { keyName } from "./syntax.js";

/** Properties under which patterns stand, and those inside of them. `*` is any property. */
type Shape = [key: string, inner: Shape][];

/** `source` is what the program writes for the value, where there is such a text. */
export function nested(e: Emitter, pattern: Node, value: Rope, source: Node | null = null): Rope {
  if (e.input.countOnly) return value;
  const shape = shapeOf(pattern);
  if (shape.length === 0 || nestedBefore(e, pattern, value, source) !== null) return value;
  const looked = source !== null && isPlain(value) ? quotable(e, pattern, value, source) : value;
  return [`${e.probe("inner")}(`, looked, `,${textLiteral(JSON.stringify(shape))})`];
}

/**
 * The look by itself, where the value is a name without a probe: V8 quotes that name for whatever is wrong further inside
 * (`const [[a]] = list`: "list is not iterable").
 */
export function nestedBefore(e: Emitter, pattern: Node, value: Rope, source: Node | null): string | null {
  if (e.input.countOnly || source?.type !== "Identifier" || !isPlain(value)) return null;
  const shape = shapeOf(pattern);
  return shape.length === 0 ? null : `${e.probe("inner")}(${source.name},${textLiteral(JSON.stringify(shape))})`;
}

/** The text has no probe so far, and V8 would quote it. */
function quotable(e: Emitter, pattern: Node, value: Rope, source: Node): Rope {
  if (pattern.type === "ArrayPattern") return iteratedText(e, value, HOW.pattern, quoted(source));
  const first = pattern.type === "ObjectPattern" ? pattern.properties[0] : undefined;
  // With a default V8 speaks of the property alone.
  if (first?.type === "Property" && first.value.type === "AssignmentPattern") return value;
  return takenApartText(e, value, pattern, quoted(source));
}

function shapeOf(pattern: Node): Shape {
  if (pattern.type === "AssignmentPattern") return shapeOf(pattern.left);
  if (pattern.type === "ArrayPattern") return pattern.elements.flatMap((element, i) => under(`${i}`, element));
  if (pattern.type !== "ObjectPattern") return [];
  return pattern.properties.flatMap((property) => {
    if (property.type !== "Property") return [];
    const { key, computed } = property;
    return under(computed && key.type !== "Literal" ? "*" : keyName(key), property.value);
  });
}

function under(key: string, node: Node | null): Shape {
  const pattern = node?.type === "AssignmentPattern" ? node.left : node;
  return pattern?.type === "ArrayPattern" || pattern?.type === "ObjectPattern" ? [[key, shapeOf(pattern)]] : [];
}
