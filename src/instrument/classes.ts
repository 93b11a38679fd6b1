/** Classes: their bodies, and whether what they make is put down to whoever calls them. */
import type { Class, Node } from "@oxc-project/types";
import { doesArithmetic } from "../trace/arithmetic.js";
import { isImplicitKey } from "./blame.js";
import type { Emitter } from "./emitter.js";
import { ownsText, textMark } from "./function-text.js";
import type { Rope } from "./rope.js";
import { keyName } from "./syntax.js";

function methodNames(node: Class): string[] {
  const names: string[] = [];
  for (const element of node.body.body) {
    if (element.type === "MethodDefinition" && element.kind === "method" && !element.computed) {
      names.push(keyName(element.key));
    }
  }
  return names;
}

export function isConstructor(element: Node): boolean {
  return element.type === "MethodDefinition" && element.kind === "constructor";
}

export function classLike(e: Emitter, node: Class): Rope {
  if (node.declare) return e.slice(node.start, node.end);
  const name = node.id?.name ?? e.takeHint();
  return e.within(node, () => {
    const arithmetic = doesArithmetic(methodNames(node));
    const { quietThis: quiet, quietLater, strict, superClass } = e;
    e.strict = true;
    e.functions++;
    const out: Rope[] = [];
    let at = node.start;
    const put = (child: Node, rope: Rope) => {
      out.push(e.slice(at, child.start), rope);
      at = child.end;
    };
    for (const decorator of node.decorators) put(decorator, e.emit(decorator));
    if (node.superClass) put(node.superClass, e.emit(node.superClass));
    out.push(e.slice(at, node.body.start + 1), textMark(e, node), privateReader(e, node, arithmetic));
    at = node.body.start + 1;
    e.superClass = node.superClass;
    const outer = e.frame;
    if (arithmetic && e.own) e.sites.addBody(node.body.start, node.body.end);
    if (arithmetic) e.transparent++;
    for (const element of node.body.body) {
      e.quietLater = !arithmetic && node.superClass === null;
      // Nobody has seen the object yet that a constructor is making; one that a class extends may make an array.
      e.quietThis = e.quietLater || (isConstructor(element) && node.superClass === null);
      put(element, classElement(e, element, outer.path === "" ? name : `${outer.path}.${name}`));
    }
    if (arithmetic) e.transparent--;
    e.functions--;
    e.strict = strict;
    e.superClass = superClass;
    e.frame = outer;
    e.quietThis = quiet;
    e.quietLater = quietLater;
    out.push(e.slice(at, node.end));
    return out;
  });
}

/**
 * The name by which the module exports a class that a minifier has renamed: `class y { … } export { y as NDArray }`.
 */
function shownAs(e: Emitter, node: Class): string | null {
  for (const [local, exported] of e.exportedAs) {
    if (local.length <= LONGEST_MINIFIED && e.scopes.top.names.get(local)?.init === node) return exported;
  }
  return null;
}

const LONGEST_MINIFIED = 2;

/**
 * Where types will be taken out there is no mark that says whether a class has been probed: `static{$aT.P(this,"",0)}`.
 *
 * `class M { #data; #rows; … }` → `class M {static{$aT.P(this,"#data #rows",(o,i)=>i===0?o.#data:o.#rows)} #data; …`:
 * nobody outside can see whether a private field holds storage.
 */
function privateReader(e: Emitter, node: Class, arithmetic: boolean): string {
  if (node.decorators.length > 0) return "";
  const shown = shownAs(e, node);
  const more = shown === null ? "" : `,${JSON.stringify(shown)}`;
  const names = node.body.body.flatMap((element) =>
    element.type === "PropertyDefinition" && !element.static && element.key.type === "PrivateIdentifier"
      ? [e.source.slice(element.key.start, element.key.end)]
      : [],
  );
  if (names.length === 0) {
    const wanted = more !== "" || ((arithmetic || node.superClass !== null) && e.input.lang !== "js");
    return wanted ? `static{${e.probe("P")}(this,"",0${more})}` : "";
  }
  const last = names.length - 1;
  const reads = names.map((name, i) => (i === last ? `o.${name}` : `i===${i}?o.${name}:`)).join("");
  return `static{${e.probe("P")}(this,"${names.join(" ")}",(o,i)=>${reads}${more})}`;
}

/** Keys and initializers have no body to declare temporaries in; theirs stand at the top of the file. */
function classElement(e: Emitter, element: Node, path: string): Rope {
  const outer = e.frame;
  e.frame = e.topFrame(path);
  const rope = emitElement(e, element);
  e.keepAtTop(e.frame);
  e.frame = outer;
  return rope;
}

function emitElement(e: Emitter, element: Node): Rope {
  switch (element.type) {
    case "MethodDefinition":
    case "PropertyDefinition":
    case "AccessorProperty": {
      const children: Node[] = [...element.decorators];
      if (element.type === "AccessorProperty") e.newer.add("accessor");
      if (element.computed) children.push(element.key);
      else e.hint = keyName(element.key);
      if (element.value) children.push(element.value);
      e.inMethod = element.type === "MethodDefinition";
      if (element.type === "MethodDefinition" && element.kind !== "constructor")
        if (element.kind !== "method" || isImplicitKey(element.key, element.computed)) e.implicit.add(element.value);
      if (element.type === "MethodDefinition" && element.kind === "set") e.setters.add(element.value);
      if (element.type === "MethodDefinition") ownsText(e, element, element.value, element.static);
      return e.inside(element, children);
    }
    case "StaticBlock":
      return e.within(element, () => e.inside(element));
    default:
      return e.slice(element.start, element.end);
  }
}
