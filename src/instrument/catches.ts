/** Catch clauses: what their patterns make, and what an exception has skipped. */
import type { CatchClause } from "@oxc-project/types";
import type { Emitter } from "./emitter.js";
import type { Rope } from "./rope.js";
import { takenLater } from "./taken-later.js";

/**
 * `catch ([x, ...r]) { … }` → `catch ($0) {let [x, ...r] = $aT.o($0,…);$aT.l(7,r); { … } }`: the pattern's names stay in a
 * scope of their own, around the block's.
 */
export function catchClause(e: Emitter, node: CatchClause): Rope {
  return e.within(node, () => {
    const { body, param } = node;
    const lead = e.caught === "" ? "" : e.aside(e.caught);
    e.caught = "";
    const open = e.slice(body.start, body.start + 1);
    if (param?.type !== "ArrayPattern" && param?.type !== "ObjectPattern") {
      const statements = e.statements(body.start + 1, body.body, body.end);
      return [e.slice(node.start, body.start), open, lead, statements];
    }
    const held = e.fresh();
    const quote = param.type === "ArrayPattern" ? null : ".catch";
    const taken = takenLater(e, param, { held, given: held, quote, at: null, keyword: "let" });
    const head = [e.slice(node.start, param.start), held, e.slice(param.end, body.start)];
    return [head, open, lead, taken, "{", e.statements(body.start + 1, body.body, body.end), "}"];
  });
}
