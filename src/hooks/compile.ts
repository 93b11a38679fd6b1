/** TypeScript and JSX in, JavaScript that this Node runs out. Types go, what has a meaning at run time stays. */
import { type TransformOptions, transformSync } from "oxc-transform";
import type { Goal, Language } from "./language.js";
import { type Compiled, lower, needsLowering } from "./lowering.js";
import type { CompilerOptions } from "./tsconfig.js";

/** The text is not TypeScript (or JSX): the message is the parser's. */
export class NotCompiled extends Error {}

export function compile(
  path: string,
  text: string,
  lang: Language,
  goal: Exclude<Goal, "either">,
  options: CompilerOptions,
  wantMap: boolean,
): Compiled {
  const result = transformSync(path, text, {
    lang,
    sourceType: goal,
    sourcemap: wantMap,
    // The helpers of decorators: see `DECORATOR_HELPERS`.
    helpers: { mode: "External" as NonNullable<NonNullable<TransformOptions["helpers"]>["mode"]> },
    jsx: jsxOptions(text, options),
    typescript: {
      onlyRemoveTypeImports: options.verbatimModuleSyntax,
      removeClassFieldsWithoutInitializer: !options.useDefineForClassFields,
      ...(options.jsxFactory ? { jsxPragma: options.jsxFactory } : {}),
      ...(options.jsxFragmentFactory ? { jsxPragmaFrag: options.jsxFragmentFactory } : {}),
    },
    assumptions: { setPublicClassFields: !options.useDefineForClassFields },
    decorator: {
      legacy: options.experimentalDecorators,
      emitDecoratorMetadata: options.emitDecoratorMetadata,
      strictNullChecks: options.strictNullChecks,
    },
  });
  const partial = result.errors.length > 0;
  if (partial && !result.errors.every((error) => error.message.startsWith("Namespaces"))) {
    throw new NotCompiled(result.errors[0]?.message ?? "not compiled");
  }
  // Without a namespace's mutable exports oxc still gives a text, which would mean something else.
  const scattered = PROPERTIES_AFTER_SUPER.test(text) && !options.emitDecoratorMetadata;
  if (partial || scattered || needsLowering(result.code, goal)) {
    try {
      return lower(path, text, lang, goal, options, wantMap);
    } catch (error) {
      throw new NotCompiled(error instanceof Error ? error.message : String(error));
    }
  }
  const mappings = result.map?.mappings ?? null;
  const preamble = preambleFor(result.code, result.helpersUsed, text, goal);
  return preamble === ""
    ? { code: result.code, mappings }
    : { code: `${preamble}\n${result.code}`, mappings: mappings === null ? null : `;${mappings}` };
}

/** A comment of the file beats the tsconfig: https://www.typescriptlang.org/tsconfig/#jsxFactory */
function jsxOptions(text: string, options: CompilerOptions): NonNullable<TransformOptions["jsx"]> {
  const pragma = (name: string): string | undefined => new RegExp(`@${name}\\s+([^\\s*]+)`).exec(text)?.[1];
  const factory = pragma("jsx") ?? options.jsxFactory;
  const fragment = pragma("jsxFrag") ?? options.jsxFragmentFactory;
  const source = pragma("jsxImportSource") ?? options.jsxImportSource;
  const runtime = pragma("jsxRuntime");
  const classic = runtime ? runtime === "classic" : pragma("jsx") !== undefined || options.jsx === "react";
  if (!classic) {
    return {
      runtime: "automatic",
      development: options.jsx === "react-jsxdev",
      ...(source ? { importSource: source } : {}),
    };
  }
  return { runtime: "classic", ...(factory ? { pragma: factory } : {}), ...(fragment ? { pragmaFrag: fragment } : {}) };
}

/**
 * A class that extends another and takes parameter properties: oxc puts their assignments behind `super()` only where that
 * is a statement of its own, and a probe may stand around it.
 */
const PROPERTIES_AFTER_SUPER =
  /\bconstructor\s*\([\s\S]*?\b(?:public|private|protected|readonly|override)\s[\s\S]*?\bsuper\s*\(/;

/**
 * What TypeScript emits for `experimentalDecorators` (`__decorate`, `__param`, `__metadata`), under the name that oxc
 * gives to helpers which it does not import.
 */
const DECORATOR_HELPERS = `var babelHelpers = {
decorate(d, t, k, e) {
var n = arguments.length, r = n < 3 ? t : e === null ? e = Object.getOwnPropertyDescriptor(t, k) : e, f;
if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(d, t, k, e);
else for (var i = d.length - 1; i >= 0; i--) if ((f = d[i])) r = (n < 3 ? f(r) : n > 3 ? f(t, k, r) : f(t, k)) || r;
return n > 3 && r && Object.defineProperty(t, k, r), r;
},
decorateParam(i, f) { return function (t, k) { f(t, k, i); }; },
decorateMetadata(k, v) {
if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
},
};`.replaceAll("\n", " ");

/** One line at most: the mappings are moved by one. */
function preambleFor(code: string, helpers: Record<string, string>, text: string, goal: Goal): string {
  let preamble = "";
  if (Object.keys(helpers).length > 0) preamble += DECORATOR_HELPERS;
  // `import x = require("y")` in an ES module: as TypeScript emits it for Node.
  if (goal === "module" && /\bimport\s+(type\s+)?[\w$]+\s*=\s*require\s*\(/.test(text) && /\brequire\s*\(/.test(code)) {
    preamble = `import { createRequire as createRequire$ } from "node:module"; const require = createRequire$(import.meta.url); ${preamble}`;
  }
  return preamble.trimEnd();
}
