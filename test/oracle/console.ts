/**
 * `console.log` for engine262: language values become host values, which Node then formats. What is printed is read
 * deeply, so every array in it is used.
 */
import { format } from "node:util";
import type { Engine, EngineValue, Realm } from "./engine.js";
import type { Recorder } from "./recorder.js";

interface Primitive {
  stringValue?(): string;
  numberValue?(): number;
  bigintValue?(): bigint;
  booleanValue?(): boolean;
}

function primitive(engine: Engine, value: EngineValue): unknown {
  const of = value as Primitive;
  switch (engine.Type(value)) {
    case "Undefined":
      return undefined;
    case "Null":
      return null;
    case "Boolean":
      return of.booleanValue?.();
    case "String":
      return of.stringValue?.();
    case "Number":
      return of.numberValue?.();
    case "BigInt":
      return of.bigintValue?.();
    default:
      return Symbol((value.Description as Primitive | undefined)?.stringValue?.());
  }
}

const typed: Record<string, (items: unknown[]) => unknown> = Object.fromEntries(
  [
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
  ].map((Type) => [Type.name, (items: unknown[]) => Type.from(items as number[])]),
);

export class HostValues {
  private done = new Map<EngineValue, unknown>();

  constructor(
    private recorder: Recorder,
    private engine: Engine = recorder.engine,
  ) {}

  of(value: EngineValue): unknown {
    if (this.engine.Type(value) !== "Object") return primitive(this.engine, value);
    const known = this.done.get(value);
    if (known !== undefined) return known;
    this.recorder.use(value);
    if (value.TypedArrayName) return this.typedArray(value);
    if (Array.isArray(value.MapData)) return this.map(value);
    if (Array.isArray(value.SetData)) return this.set(value);
    if (value.Call)
      return this.remember(
        value,
        Object.assign(() => {}, { name: "function" }),
      );
    const isError = value.internalSlotsList?.includes("ErrorData");
    const isArray =
      [...(value.properties ?? [])].some(([key, { Value }]) => primitiveKey(key) === "length" && Value) && !isError;
    return this.fill(value, this.remember(value, isArray ? [] : isError ? new Error() : {}));
  }

  private remember<T extends object>(value: EngineValue, host: T): T {
    this.done.set(value, host);
    return host;
  }

  private fill(value: EngineValue, host: object): object {
    for (const [key, { Value }] of value.properties ?? []) {
      if (Value) Reflect.set(host, primitive(this.engine, key) as string, this.of(Value));
    }
    return host;
  }

  private typedArray(value: EngineValue): unknown {
    const name = primitive(this.engine, value.TypedArrayName as EngineValue) as string;
    const items = Array.from({ length: value.ArrayLength as number }, (_, i) =>
      this.of(this.engine.Get(value, this.engine.Value(String(i))) as EngineValue),
    );
    return this.remember(
      value,
      (typed[name] ?? ((all) => all))(items.map((item) => (item as { Value?: unknown })?.Value ?? item)) as object,
    );
  }

  private map(value: EngineValue): unknown {
    const host = this.remember(value, new Map());
    for (const { Key, Value } of value.MapData as { Key?: EngineValue; Value: EngineValue }[]) {
      if (Key) host.set(this.of(Key), this.of(Value));
    }
    return host;
  }

  private set(value: EngineValue): unknown {
    const host = this.remember(value, new Set());
    for (const item of value.SetData as (EngineValue | undefined)[]) if (item) host.add(this.of(item));
    return host;
  }
}

const primitiveKey = (key: EngineValue): string | undefined => (key as Primitive).stringValue?.();

/** Gives the realm a `console` whose lines go to `print`. */
export function installConsole(recorder: Recorder, realm: Realm, print: (line: string) => void): void {
  const { engine } = recorder;
  const log = engine.CreateBuiltinFunction(
    (args) => {
      print(format(...args.map((value) => new HostValues(recorder).of(value))));
      return engine.Value.undefined;
    },
    0,
    engine.Value("log"),
    [],
  );
  const console = engine.OrdinaryObjectCreate(realm.Intrinsics["%Object.prototype%"] as EngineValue);
  engine.CreateDataProperty(console, engine.Value("log"), log);
  engine.CreateDataProperty(realm.GlobalObject, engine.Value("console"), console);
}
