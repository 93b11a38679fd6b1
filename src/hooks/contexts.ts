/**
 * Contexts of `vm`: each has a global object of its own, on which nothing of ours may stand. What the probes go by is a
 * lexical name there, which belongs to no object; the realm's own intrinsics are made known to the runtime.
 */
import vm from "node:vm";
import type { Realm, Texts as RuntimeTexts } from "../runtime/index.js";
import { matches } from "../trace/matches.js";
import { withMoreFrames } from "./stack.js";

const { Script, createContext, isContext } = vm;
const { apply } = Reflect;

/** Literals give a realm's own intrinsics, whatever its global object says. */
const INTRINSICS = `
let $aT;
(() => {
  const { getPrototypeOf } = ({}).constructor;
  let failure;
  try { null.x } catch (error) { failure = error }
  return {
    name(probes) { $aT = probes },
    evaluate: typeof eval === "function" ? eval : null,
    functions: [function () {}, function* () {}, async () => {}, async function* () {}].map((f) => getPrototypeOf(f).constructor),
    holders: [[], {}, "", 0, true, /x/, (async () => {})()].map((value) => value.constructor),
    typeError: getPrototypeOf(failure),
    functionPrototype: getPrototypeOf(() => {}),
    holderOf: (text) => { const holder = { toString() { return text(holder.toString, this) } }; return holder },
  };
})()`;

export interface NewRealm {
  functions: object[];
  evaluate: object | null;
}

type Run = (this: vm.Script, ...args: unknown[]) => unknown;

const methods = Script.prototype as unknown as { runInContext: Run; runInNewContext: Run };
const { runInContext, runInNewContext } = methods;

export class Contexts {
  private readonly known = new WeakMap<object, boolean>();
  private script: vm.Script | null = null;
  private patched = false;

  constructor(
    private readonly runtime: Pick<RuntimeTexts, "enter">,
    private readonly met: (realm: NewRealm) => void,
  ) {}

  /** True when probed text can run there. */
  enter(context: unknown): boolean {
    if (typeof context !== "object" || context === null || !isContext(context)) return false;
    const before = this.known.get(context);
    if (before !== undefined) return before;
    const can = this.prepare(context);
    this.known.set(context, can);
    return can;
  }

  /** What `runInNewContext` would make of an object, made now. */
  create(object: unknown, options: unknown): object | null {
    try {
      const context = createContext((object ?? {}) as vm.Context, contextOptions(options));
      return this.enter(context) ? context : null;
    } catch {
      return null;
    }
  }

  /** A script of probed text can be run in any context, by whoever holds it. */
  follow(): void {
    if (this.patched) return;
    this.patched = true;
    methods.runInContext = new Proxy(runInContext, {
      apply: (target, script: vm.Script, args: unknown[]) => {
        this.enter(args[0]);
        return withMoreFrames(1, () => apply(target, script, args));
      },
    });
    methods.runInNewContext = new Proxy(runInNewContext, {
      apply: (target, script: vm.Script, args: unknown[]) => {
        const object = args[0];
        const options = args[1];
        const context = isContext(Object(object) as vm.Context) ? object : this.create(object, options);
        this.enter(context);
        if (typeof object === "symbol" && context !== null) return apply(runInContext, script, [context, options]);
        if (context !== null) args[0] = context;
        return apply(target, script, args);
      },
    });
  }

  private prepare(context: object): boolean {
    try {
      this.script ??= new Script(INTRINSICS, { filename: "node:vm" });
      const found = apply(runInContext, this.script, [context, { displayErrors: false }]) as Realm & NewRealm;
      const evaluate = isNativeEval(found) ? found.evaluate : null;
      this.runtime.enter({ ...found, evaluate });
      this.met({ functions: found.functions, evaluate });
      return true;
    } catch {
      return false;
    }
  }
}

/** The context's object may have put a function of its own in the place of `eval`. */
function isNativeEval({ evaluate, functionPrototype }: Realm & NewRealm): boolean {
  if (evaluate === null || Object.getPrototypeOf(evaluate) !== functionPrototype) return false;
  const text = apply(Function.prototype.toString, evaluate, []) as string;
  return matches(/^function eval\(\) \{ \[native code\] \}$/, text);
}

/** As `getContextOptions` in Node's lib/vm.js. */
function contextOptions(options: unknown): vm.CreateContextOptions {
  if (typeof options !== "object" || options === null) return {};
  const { contextName, contextOrigin, contextCodeGeneration, microtaskMode } =
    options as vm.RunningScriptInNewContextOptions;
  return {
    ...(contextName === undefined ? {} : { name: contextName }),
    ...(contextOrigin === undefined ? {} : { origin: contextOrigin }),
    ...(contextCodeGeneration === undefined ? {} : { codeGeneration: contextCodeGeneration }),
    ...(microtaskMode === undefined ? {} : { microtaskMode }),
  };
}
