/** Catch clauses: what their patterns make, and what an exception has skipped. */
import type { CatchClause } from "@oxc-project/types";
import type { Emitter } from "./emitter.js";
import { target } from "./members.js";
import type { Rope } from "./rope.js";

/** `catch ([x, ...r]) { … }` → `catch ([x, ...r]) {$aT.l(7,r); … }`: V8's words for a pattern stay its own. */
export function catchClause(e: Emitter, node: CatchClause): Rope {
  return e.within(node, () => {
    const { body, param } = node;
    const lead = e.caught === "" ? "" : e.aside(e.caught);
    e.caught = "";
    const rests: string[] = [];
    const head =
      param === null
        ? e.slice(node.start, body.start)
        : [e.slice(node.start, param.start), target(e, param, rests), e.slice(param.end, body.start)];
    const stamped = rests.map((rest) => e.aside(`${e.probe(e.own ? "l" : "L")}(${rest})`));
    const open = e.slice(body.start, body.start + 1);
    return [head, open, lead, stamped, e.statements(body.start + 1, body.body, body.end)];
  });
}
