/** engine262, loaded with its hooks in place, and the few of its types that the referee speaks of. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import vm from "node:vm";
import { patchesFor, prelude, type WrappedName } from "./patches.js";

export interface ParseNode {
  type: string;
  location: { startIndex: number; endIndex: number };
  /** The whole text this node was parsed from. */
  source: string;
  [child: string]: unknown;
}

/** Any language value; objects carry their properties and internal slots as plain fields. */
export interface EngineValue {
  properties?: Iterable<[EngineValue, { Value?: EngineValue; Get?: EngineValue; Set?: EngineValue }]>;
  internalSlotsList?: string[];
  Prototype?: EngineValue;
  [slot: string]: unknown;
}

/** A step of evaluation in progress; the recorder hangs the place and what was made there on it. */
export interface Context {
  Function: EngineValue | null;
  ScriptOrModule?: { HostDefined?: { isJSON?: boolean } };
  LexicalEnvironment?: { ThisValue?: EngineValue };
  [own: string]: unknown;
}

export interface Completion {
  Type: "normal" | "throw" | string;
  Value: EngineValue;
}

export interface Realm {
  scope<T>(body: () => T): T;
  GlobalObject: EngineValue;
  Intrinsics: Record<string, EngineValue>;
  evaluateScript(source: string, hostDefined?: unknown): unknown;
  createSourceTextModule(specifier: string, source: string): unknown;
}

type Native = (args: EngineValue[], context: { thisValue: EngineValue }) => unknown;

export interface Engine {
  Agent: new (options: object) => object;
  ManagedRealm: new (hostDefined: object) => Realm;
  setSurroundingAgent(agent: object): void;
  surroundingAgent: {
    executionContextStack: Context[];
    runningExecutionContext: Context;
    Throw(type: string, template: string, ...args: unknown[]): unknown;
  };
  ObjectValue: { prototype: Record<string, (...args: EngineValue[]) => unknown> } & (new () => EngineValue);
  Value: ((value: unknown) => EngineValue) & Record<"undefined" | "null" | "true" | "false", EngineValue>;
  AbruptCompletion: new () => Completion;
  CreateBuiltinFunction(steps: Native, length: number, name: EngineValue, slots: string[]): EngineValue;
  CreateDataProperty(target: EngineValue, key: EngineValue, value: EngineValue): unknown;
  OrdinaryObjectCreate(prototype: EngineValue): EngineValue;
  Get(object: EngineValue, key: EngineValue): unknown;
  Type(value: EngineValue): string;
}

export type Original = (...args: unknown[]) => unknown;

export interface Hooks {
  wrapped: Record<WrappedName, (plain: Original, self: unknown, args: IArguments) => unknown>;
  enter(node: ParseNode): unknown;
  leave(token: unknown): void;
  /** Runs a generator of evaluation steps with `node` as the place of what it makes. */
  placed(node: ParseNode, steps: Iterable<unknown>): Iterable<unknown>;
  nativeReturns(context: Context, result: unknown): void;
}

/** A fresh copy of engine262 per call costs half a second; one is enough, since its state hangs on agent and realm. */
export function loadEngine(hooks: Hooks): Engine {
  const path = createRequire(import.meta.url).resolve("@engine262/engine262");
  const bundle = readFileSync(path, "utf8");
  let text = bundle;
  for (const { find, replace } of patchesFor(bundle)) {
    const pieces = text.split(find);
    if (pieces.length !== 2)
      throw new Error(`engine262 moved: ${pieces.length - 1} places match ${JSON.stringify(find)}`);
    text = pieces.join(replace);
  }
  const strict = "'use strict';";
  const at = text.indexOf(strict, text.indexOf("(function (exports) {")) + strict.length;
  text = `${text.slice(0, at)}\n${prelude()}\n${text.slice(at)}`;
  const compiled = vm.runInThisContext(`(function (exports, module, $hooks) {${text}\n})`, { filename: path }) as (
    exports: unknown,
    module: unknown,
    hooks: Hooks,
  ) => void;
  const exports = {} as Engine;
  compiled(exports, {}, hooks);
  return exports;
}
