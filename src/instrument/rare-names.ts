/** Which properties, by their names, any array has. */
import type { MemberExpression } from "@oxc-project/types";

/** Names that arrays, typed arrays, buffers and the arrays of natives have by themselves. */
const ALWAYS = new Set(
  "length index input groups indices raw buffer byteLength byteOffset BYTES_PER_ELEMENT constructor __proto__".split(
    " ",
  ),
);

/** The name, when reading it is a use only of array objects that are known to have it. */
export function rareName(node: MemberExpression): string | null {
  if (node.computed || node.property.type !== "Identifier") return null;
  return ALWAYS.has(node.property.name) ? null : node.property.name;
}
