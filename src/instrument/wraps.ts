/**
 * What is taken from a module that the user wants wrapped: the runtime is shown it before any of the file's own code runs,
 * or as it is required.
 *
 * `import { Matrix as M } from "lib"` → `$aT.imports("lib","",()=>({Matrix:M}));` behind the imports,
 * `require("lib")` → `$aT.required("lib","",require("lib"))`, `await import("lib")` likewise.
 */
import type { ImportDeclaration, Node, Program } from "@oxc-project/types";
import type { Wraps } from "./contract.js";
import type { Emitter } from "./emitter.js";
import type { Rope } from "./rope.js";
import { unparen } from "./syntax.js";

export function wrappedImports(e: Emitter, program: Program): string {
  const { wraps } = e.input;
  if (wraps === undefined) return "";
  return program.body
    .flatMap((node) => (node.type === "ImportDeclaration" ? [imported(e, node, wraps(node.source.value))] : []))
    .join("");
}

function imported(e: Emitter, node: ImportDeclaration, wanted: ReturnType<Wraps>): string {
  if (wanted === null || node.importKind === "type" || node.phase !== null) return "";
  const fields = node.specifiers.flatMap((specifier) => {
    const local = specifier.local.name;
    if (!isValue(e, local) || (specifier.type === "ImportSpecifier" && specifier.importKind === "type")) return [];
    if (specifier.type === "ImportNamespaceSpecifier") return [`"*":${local}`];
    if (specifier.type === "ImportDefaultSpecifier") return [`default:${local}`];
    const { imported: from } = specifier;
    return [`${JSON.stringify(from.type === "Literal" ? from.value : from.name)}:${local}`];
  });
  return fields.length === 0 ? "" : `${e.probe("imports")}(${given(wanted)},()=>({${fields.join(",")}}));`;
}

/** A name that is not used as a value must not be made to look like one: TypeScript leaves out imports of types alone. */
function isValue(e: Emitter, name: string): boolean {
  if (e.input.lang === "js" || e.input.lang === "jsx") return true;
  const escaped = name.replaceAll("$", "\\$");
  return new RegExp(`(?:\\bnew|\\bextends|\\binstanceof|=|\\(|,)\\s*${escaped}\\b|\\b${escaped}\\s*[.(]`).test(
    e.source,
  );
}

/** The expression with the probe around it, where it takes a module that is to be wrapped. */
export function wrapped(e: Emitter, node: Node, rope: Rope): Rope {
  const specifier = e.input.wraps === undefined ? null : requested(e, node);
  const wanted = specifier === null ? null : (e.input.wraps?.(specifier) ?? null);
  return wanted === null ? rope : [`${e.probe("required")}(${given(wanted)},`, rope, ")"];
}

function given({ module, names }: NonNullable<ReturnType<Wraps>>): string {
  return `${JSON.stringify(module)},"${names}"`;
}

function requested(e: Emitter, node: Node): string | null {
  let source: Node | undefined;
  if (node.type === "AwaitExpression") {
    const argument = unparen(node.argument);
    if (argument.type === "ImportExpression") source = argument.source;
  } else if (node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "require")
    if (e.binding("require") === null || e.input.goal === "module") source = node.arguments[0];
  return source?.type === "Literal" && typeof source.value === "string" ? source.value : null;
}
