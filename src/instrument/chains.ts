/** Optional chains: `a?.b.c()` must still stop at the first missing link. */
import type { CallExpression, ChainExpression, MemberExpression, Node } from "@oxc-project/types";
import { passed } from "./arguments.js";
import { wrapCall, wrapNative } from "./calls.js";
import type { Emitter } from "./emitter.js";
import { METHODS } from "./natives.js";
import type { Rope } from "./rope.js";

export function chain(e: Emitter, node: ChainExpression): Rope {
  const end = node.expression;
  if (end.type === "CallExpression") {
    const callee = end.callee;
    if (callee.type === "MemberExpression" && callee.optional && !callee.computed && !end.optional) {
      if (callee.property.type === "Identifier" && !holdsOptional(callee.object)) {
        return optionalMethod(e, end, callee, callee.property.name);
      }
    }
    const at = callee.type === "MemberExpression" ? callee.property.start : callee.start;
    return wrapCall(e, e.site("call", at, end), links(e, end));
  }
  return links(e, end);
}

function holdsOptional(node: Node): boolean {
  if (node.type === "CallExpression") return node.optional || holdsOptional(node.callee);
  if (node.type === "MemberExpression") return node.optional || holdsOptional(node.object);
  return false;
}

/** `x?.map(f)` → `(($1=$aT.u(x))==null?void 0:$aT.r(7,$aT.k(7),$aT.f($1.map,7).call($1,f),$1,0,0))` */
function optionalMethod(e: Emitter, node: CallExpression, callee: MemberExpression, name: string): Rope {
  const native = METHODS.get(name);
  const site = e.site("call", callee.property.start, node);
  e.quote(site, callee);
  const receiver = e.temp();
  const object = e.used(callee.object);
  const dot = e.source.indexOf("?.", callee.object.end);
  const id = native?.early === true && !e.input.countOnly ? e.temp() : null;
  const invoked: Rope = [
    id === null ? "" : `(${id}=${e.probe("t")}(),`,
    `${e.probe("f")}(${receiver}`,
    e.slice(dot + 1, callee.end),
    `,${site})`,
    id === null ? "" : ")",
    `.call(${receiver}`,
    passed(e, node, { handed: true, from: node.callee.end, open: "," }),
  ];
  const wrapped = native === undefined ? wrapCall(e, site, invoked) : wrapNative(e, site, invoked, receiver, native, id);
  return [`((${receiver}=`, object, e.slice(callee.object.end, dot), ")==null?void 0:", wrapped, ")"];
}

/** The chain's own text, with what stands in its brackets and at its root in place. */
function links(e: Emitter, node: Node): Rope {
  if (node.type === "CallExpression") {
    return [links(e, node.callee), passed(e, node, { handed: true, from: node.callee.end, open: null })];
  }
  if (node.type === "MemberExpression") {
    const key: Rope = node.computed
      ? [
          e.slice(node.object.end, node.property.start),
          e.emit(node.property),
          e.slice(node.property.end, node.end),
        ]
      : e.slice(node.object.end, node.end);
    return [links(e, node.object), key];
  }
  return e.used(node);
}
