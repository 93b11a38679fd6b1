/**
 * The hooks: every array the specification makes, where, and when each is last used.
 *
 * A *place* is the parse node under evaluation in an execution context of the program's own code. Each evaluation step
 * pushes its node and takes it off again, so that when a callee returns, the place is the call once more. Each context
 * has a chain of places of its own, since generators and async functions are left in the middle and resumed.
 */
import {
  type Context,
  type Engine,
  type EngineValue,
  type Hooks,
  loadEngine,
  type Original,
  type ParseNode,
} from "./engine.js";
import { type ArrayRecord, attach, recordOf, reveal } from "./records.js";
import { type Scope, Scopes, type Step } from "./scopes.js";
import { type Site, siteOf } from "./site.js";

interface Place extends Step {
  outer: Place | undefined;
  /** Arrays that this very step is making. */
  making: ArrayRecord[];
}

const PLACE = Symbol("place");
const PENDING = Symbol("pending");
const CALL = Symbol("call");
const BUFFER = Symbol("buffer");

/** Uses of a buffer's bytes, which are uses of every view of it. */
export interface BufferUse {
  used: number;
  usedStep: number;
  native: Context | null;
}

interface Marked {
  [PLACE]?: Place | undefined;
  [PENDING]?: ArrayRecord[];
  [CALL]?: Scope;
  [BUFFER]?: BufferUse;
}

const marks = (value: unknown): Marked => value as Marked;

export class Recorder {
  readonly engine: Engine;
  records: ArrayRecord[] = [];
  private recording = false;
  /** Fulfilled a promise before any code of the program held it. */
  private promised: ArrayRecord[] = [];
  private readonly scopes = new Scopes();

  constructor() {
    this.engine = loadEngine(this.hooks());
    this.hookObjects();
  }

  start(): void {
    this.records = [];
    this.promised = [];
    this.recording = true;
  }

  stop(): ArrayRecord[] {
    this.recording = false;
    return this.records;
  }

  /** The program's own code that runs, or called the native that runs; and the outermost native it called. */
  private frame(below = 0): { user: Context | null; native: Context | null } {
    const stack = this.engine.surroundingAgent.executionContextStack;
    let native: Context | null = null;
    for (let i = stack.length - 1 - below; i >= 0; i -= 1) {
      const context = stack[i] as Context;
      if (context.ScriptOrModule?.HostDefined?.isJSON) continue;
      if (context.Function?.nativeFunction) native = context;
      else return { user: this.site(context) ? context : null, native };
    }
    return { user: null, native };
  }

  private site(context: Context): Site | null {
    const place = marks(context)[PLACE];
    if (place) return siteOf(place.node);
    const code = context.Function?.ECMAScriptCode as ParseNode | undefined;
    return code?.location ? siteOf(code) : null;
  }

  private make(object: EngineValue, base: string): void {
    if (!this.recording || recordOf(object)) return;
    const { user, native } = this.frame();
    const place = user && marks(user)[PLACE];
    const made = this.records.length + 1;
    const site = user && this.site(user);
    const call = (user && marks(user)[CALL]) ?? null;
    const within = { iteration: this.scopes.iterationOf(place ?? undefined), call };
    const uses = { used: made, usedStep: this.scopes.step() };
    const record: ArrayRecord = { object, made, ...uses, within, site, visible: !native, open: false, native, base };
    this.records.push(record);
    attach(object, record);
    if (native) {
      const pending = marks(native)[PENDING] ?? [];
      marks(native)[PENDING] = pending;
      pending.push(record);
    } else if (place) {
      record.open = true;
      place.making.push(record);
    }
  }

  use(value: unknown): void {
    const record = recordOf(value);
    if (!this.recording || !record || record.open) return;
    if (record.native && record.native === this.frame().native) return;
    record.used = this.records.length;
    record.usedStep = this.scopes.step();
  }

  private useBytes(buffer: unknown): void {
    const bytes = marks(buffer)[BUFFER];
    if (!this.recording || !bytes) return;
    if (bytes.native && bytes.native === this.frame().native) return;
    bytes.used = this.records.length;
    bytes.usedStep = this.scopes.step();
  }

  /** When the bytes behind a typed array or DataView were last used through any view. */
  bytesUsed(view: EngineValue): Pick<BufferUse, "used" | "usedStep"> {
    return marks(view.ViewedArrayBuffer ?? view)[BUFFER] ?? { used: 0, usedStep: 0 };
  }

  /** A native hands values to the program: what it made and can be reached from them is visible. */
  private hand(native: Context, values: unknown[]): void {
    const pending = marks(native)[PENDING];
    if (pending?.length) marks(native)[PENDING] = reveal(values, pending);
  }

  /** What came by way of a promise is put down to the place where the program first holds it. */
  private arrive(value: unknown, site: Site | null): void {
    if (this.promised.length === 0) return;
    const before = this.promised;
    this.promised = reveal([value], before);
    for (const record of before) if (record.visible) record.site = site;
  }

  private enter = (node: ParseNode): Place => {
    const context = marks(this.engine.surroundingAgent.runningExecutionContext);
    const place: Place = { node, outer: context[PLACE], making: [], over: Infinity };
    context[PLACE] = place;
    this.scopes.entered(node);
    return place;
  };

  private leave = (token: unknown): void => {
    const place = token as Place;
    this.scopes.end(place);
    // The context is asked for again: an async function goes on in a copy of the one it began in.
    const context = this.engine.surroundingAgent.runningExecutionContext as Context | undefined;
    if (context) marks(context)[PLACE] = place.outer;
    for (const record of place.making) record.open = false;
  };

  private *during(node: ParseNode, steps: Iterable<unknown>): Generator<unknown, unknown, unknown> {
    const place = this.enter(node);
    try {
      return yield* steps as Generator<unknown, unknown, unknown>;
    } finally {
      this.leave(place);
    }
  }

  private *awaiting(steps: Generator<unknown, unknown, unknown>): Generator<unknown, unknown, unknown> {
    const place = marks(this.engine.surroundingAgent.runningExecutionContext)[PLACE];
    const result = yield* steps;
    // The promise job that resumes this holds a copy of the context without its place.
    if (place) marks(this.engine.surroundingAgent.runningExecutionContext)[PLACE] = place;
    this.arrive((result as { Value?: unknown } | undefined)?.Value ?? result, place ? siteOf(place.node) : null);
    return result;
  }

  private hooks(): Hooks {
    const onSelf = (plain: Original, self: unknown, args: IArguments): unknown => {
      this.use(self);
      return plain.apply(self, [...args]);
    };
    const onBytes = (plain: Original, self: unknown, args: IArguments): unknown => {
      this.useBytes(args[0]);
      return plain.apply(self, [...args]);
    };
    const onPair = (plain: Original, self: unknown, args: IArguments): unknown => {
      if (recordOf(args[0]) || recordOf(args[1])) this.compare(args[0], args[1]);
      return plain.apply(self, [...args]);
    };
    const makes = (base: (object: EngineValue) => string) => (plain: Original, self: unknown, args: IArguments) => {
      const object = plain.apply(self, [...args]);
      if (object instanceof this.engine.ObjectValue) this.make(object as EngineValue, base(object as EngineValue));
      return object;
    };
    const name = (object: EngineValue): string => (object.TypedArrayName as { stringValue(): string }).stringValue();
    return {
      enter: this.enter,
      leave: this.leave,
      placed: (node, steps) => (Array.isArray(node) || !node?.location ? steps : this.during(node, steps)),
      nativeReturns: (context, result) => this.hand(context, [result]),
      wrapped: {
        ArrayCreate: makes(() => "Array"),
        AllocateTypedArray: makes(name),
        ArrayBufferConstructor: makes(() => "ArrayBuffer"),
        DataViewConstructor: makes(() => "DataView"),
        AllocateArrayBuffer: (plain, self, args) => {
          const buffer = plain.apply(self, [...args]) as EngineValue;
          const bytes: BufferUse = { used: 0, usedStep: 0, native: this.frame().native };
          marks(buffer)[BUFFER] = bytes;
          if (buffer.ArrayBufferData) marks(buffer.ArrayBufferData)[BUFFER] = bytes;
          return buffer;
        },
        GetTemplateObject: (plain, self, args) => {
          const place = this.enter(args[0] as ParseNode);
          const template = plain.apply(self, [...args]);
          this.leave(place);
          return template;
        },
        ArrayDefineOwnProperty: onSelf,
        IntegerIndexedGetOwnProperty: onSelf,
        IntegerIndexedHasProperty: onSelf,
        IntegerIndexedDefineOwnProperty: onSelf,
        IntegerIndexedGet: onSelf,
        IntegerIndexedSet: onSelf,
        IntegerIndexedDelete: onSelf,
        IntegerIndexedOwnPropertyKeys: onSelf,
        GetValueFromBuffer: onBytes,
        SetValueInBuffer: onBytes,
        CopyDataBlockBytes: (plain, self, args) => {
          this.useBytes(args[0]);
          this.useBytes(args[2]);
          return plain.apply(self, [...args]);
        },
        StrictEqualityComparison: onPair,
        AbstractEqualityComparison: onPair,
        SameValueZero: onPair,
        OrdinaryCallEvaluateBody: (plain, self, args) => {
          const call: Scope = { over: Infinity };
          marks(this.engine.surroundingAgent.runningExecutionContext)[CALL] = call;
          this.called(args[0] as EngineValue, args[1] as EngineValue[]);
          const result = plain.apply(self, [...args]);
          this.scopes.endCall(args[0] as EngineValue, call);
          return result;
        },
        FulfillPromise: (plain, self, args) => {
          const record = recordOf(args[1]);
          if (record && !record.visible) this.promised.push(record);
          return plain.apply(self, [...args]);
        },
        WeakRefDeref: (plain, self, args) => {
          this.use((args[0] as EngineValue).WeakRefTarget);
          return plain.apply(self, [...args]);
        },
        Await: (plain, self, args) =>
          this.awaiting(plain.apply(self, [...args]) as Generator<unknown, unknown, unknown>),
        // engine262 walks its whole heap after each job, for weak references alone.
        gc: () => undefined,
      },
    };
  }

  /** Comparing an array with a primitive says nothing about which array it is, so it is no use. */
  private compare(left: unknown, right: unknown): void {
    const { ObjectValue } = this.engine;
    if (!(left instanceof ObjectValue) || !(right instanceof ObjectValue)) return;
    this.use(left);
    this.use(right);
  }

  /** A function of the program begins: its arguments and `this` are in the program's hands. */
  private called(callee: EngineValue, args: EngineValue[]): void {
    const { native } = this.frame(1);
    const context = this.engine.surroundingAgent.runningExecutionContext;
    if (native) this.hand(native, [...args, context.LexicalEnvironment?.ThisValue]);
    if (this.promised.length === 0) return;
    const parameters = callee.FormalParameters as ParseNode[] | undefined;
    args.forEach((value, i) => {
      const node = parameters?.[i] ?? (callee.ECMAScriptCode as ParseNode);
      this.arrive(value, siteOf(node));
    });
  }

  private hookObjects(): void {
    const methods = this.engine.ObjectValue.prototype;
    const use = (value: unknown): void => this.use(value);
    for (const method of [
      "GetPrototypeOf",
      "SetPrototypeOf",
      "IsExtensible",
      "PreventExtensions",
      "GetOwnProperty",
      "DefineOwnProperty",
      "HasProperty",
      "Get",
      "Set",
      "Delete",
      "OwnPropertyKeys",
    ]) {
      const plain = methods[method] as (...args: EngineValue[]) => unknown;
      methods[method] = function (this: EngineValue, ...args: EngineValue[]) {
        use(this);
        return plain.apply(this, args);
      };
    }
  }
}
