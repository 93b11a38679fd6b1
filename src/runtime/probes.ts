/**
 * What probed code calls.
 *
 * An object's life is known by a private name on the object itself: `#id` is the clock of its birth, `#group` whose
 * figures it belongs to. A class whose constructor returns its argument stamps any object, frozen ones too, and no
 * reflection sees it (ECMA-262, PrivateFieldAdd).
 *
 *     not seen ──born──▶ open (#id > CLOSED) ──window moves on──▶ closed ──used again──▶ lasting (late)
 *                          │ ▲                                                             ▲
 *                          │ └ looks at a buffer that others look at too (#id = SHARED)    │
 *                          └──escape──▶ lasting (needed until the end) ────────────────────┘
 *
 * Hot code: no closure, no allocation, no branch that is not needed. The slow paths are in `slow-paths.ts`.
 */
import { COPIES } from "../trace/variants.js";
import { borderProbes } from "./border.js";
import type { Sweep } from "./closing.js";
import type { Core } from "./core.js";
import * as at from "./core.js";
import { ASK_STACK, type Groups, NO_BLAME } from "./groups.js";
import * as natives from "./intrinsics.js";
import { makeOperations, type Operations } from "./operations.js";
import type { Registry } from "./registry.js";
import { makeSlowPaths } from "./slow-paths.js";
import { LASTING, NO_STAMP, type Stamps } from "./stamps.js";
import { makeTextProbes, type TextProbes } from "./text-probes.js";
import { makeUseProbes } from "./use-probes.js";

class Returned {
  // The derived class's fields are put on what this returns.
  constructor(target: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is the point of the class.
    return target;
  }
}

/**
 * Names of properties that array objects have besides their elements. In fast mode, and with nothing inherited: V8 can
 * rely on what is not there.
 */
class Names {
  [name: string]: boolean;
}
Object.setPrototypeOf(Names.prototype, null);
delete (Names.prototype as { constructor?: unknown }).constructor;

type Use = <T>(value: T) => T;

/** A use of `target` once `value` is there. */
function after(use: Use): <T>(value: T, target: unknown) => T {
  return (value, target) => {
    use(target);
    return value;
  };
}

/** Another object takes the place of one that was noted. */
function both(use: Use): <T>(before: unknown, value: T) => T {
  return (before, value) => {
    use(before);
    use(value);
    return value;
  };
}

export interface ProbeHost {
  isProxy(value: object): boolean;
  arrayClasses: ReadonlyMap<string, boolean>;
  /** The user's line by the stack; null where there is none on it. */
  callerSite(): number | null;
  /** Is given the calls that do arithmetic. */
  operations(operations: Operations): void;
  /**
   * Is given what to call once it is known that a part of the program runs without probes, and of the modules and exports
   * to be wrapped those that were found.
   */
  border(open: () => void, wrapped: ReadonlySet<string>): void;
  texts: TextProbes;
}

export function makeProbes(core: Core, sweep: Sweep, groups: Groups, registry: Registry, host: ProbeHost) {
  const { isProxy, arrayClasses, callerSite, texts } = host;
  core.full = () => sweep.closePart();
  const { clock, lives, slots, mask, iterations } = core;
  const { ownArray } = core;
  // An import is a cell that optimized code reads and checks at every use; a constant of this function is none.
  const { CLOSED, GROUP, LIMIT, LIVES, NOW, SIZE, SLOTS } = at;
  const { isArray, isView } = natives;

  // Whole numbers below this are small integers to V8, with pointer compression too.
  const small = 2 ** 30;

  /** Clock of the birth: a small integer in every tier of V8 for as long as it fits, so that no box is made for it. */
  const birth = (bytes: number, of: number): number => {
    const id = (clock[NOW] as number) + 1;
    if (id > (clock[LIMIT] as number)) core.full(of);
    clock[NOW] = id;
    const slot = id & mask;
    lives[slot << LIVES] = id - 0.5;
    slots[(slot << SLOTS) + GROUP] = of;
    slots[(slot << SLOTS) + SIZE] = bytes;
    return id < small ? id | 0 : id;
  };

  /** So many values that V8 throws for, and they are asked first: an exception takes thousands of times as long. */
  const STRANGERS = 8;
  let unknown = 0;
  /** An array that nobody saw being made is none of the lines' doing. */
  const fromNowhere = <T extends object>(value: T): T => {
    Stamp.put(value, LASTING, 0);
    return value;
  };

  // biome-ignore lint/security/noGlobalEval: only to know it again.
  const nativeEval: unknown = globalThis.eval;

  /** What the next stamp says. A field that is defined with a number of its kind is one to V8 from then on. */
  let nextId = 0;
  let nextGroup = 0;

  class Stamp extends Returned {
    #id = nextId;
    #group = nextGroup;
    constructor(target: object, id: number, of: number) {
      nextId = id;
      nextGroup = of;
      super(target);
    }
    static has(target: object): boolean {
      return #id in target;
    }
    /** The same for what a call gives: an array or view, which most often has one. See `using`. */
    static known(target: object): boolean {
      if (unknown >= STRANGERS) return #id in target;
      try {
        return (target as Stamp).#id !== NO_STAMP;
      } catch {
        unknown++;
        return false;
      }
    }
    static id(target: object): number {
      return (target as Stamp).#id;
    }
    static group(target: object): number {
      return (target as Stamp).#group;
    }
    static put(target: object, id: number, of: number): void {
      new Stamp(target, id, of);
    }
    static move(target: object, id: number, of: number): void {
      (target as Stamp).#id = id;
      (target as Stamp).#group = of;
    }
    /**
     * A probe that notes a use of any value, a store of the clock when it is an open array object, and gives the value.
     *
     * Nearly everything that comes to most copies is stamped. Reading the field and catching what V8 throws where it is
     * missing is a quarter of the instructions that it takes to look first; a copy that has met strangers looks first.
     */
    static using(careful: Use | null = null): Use {
      let strangers = 0;
      return (value) => {
        if (careful !== null) return careful(value);
        let id: number;
        try {
          id = (value as unknown as Stamp).#id;
        } catch {
          if (++strangers === STRANGERS) careful = Stamp.warned(value);
          return Stamp.unseen(value);
        }
        if (id > (clock[CLOSED] as number)) lives[(id & mask) << LIVES] = clock[NOW] as number;
        else slow.use(value as object, id);
        return value;
      };
    }
    /** The same where many values are no objects. */
    static guarding(careful: Use | null = null): Use {
      let strangers = 0;
      return (value) => {
        if (typeof value !== "object") return typeof value === "function" ? Stamp.use(value) : value;
        if (value === null) return value;
        if (careful !== null) return careful(value);
        let id: number;
        try {
          id = (value as unknown as Stamp).#id;
        } catch {
          if (++strangers === STRANGERS) careful = Stamp.careful(Stamp.lookingText) ?? Stamp.looking();
          return Stamp.unseen(value);
        }
        if (id > (clock[CLOSED] as number)) lives[(id & mask) << LIVES] = clock[NOW] as number;
        else slow.use(value as object, id);
        return value;
      };
    }
    /**
     * The same where many values have no stamp. Arrays and views are told from other objects by their instance type, and
     * nearly all of them have one; other objects are asked first once a few of them turned out to be none, since optimized
     * code calls a builtin for `#id in value`.
     */
    static looking(): Use {
      let strangers = 0;
      let unseen = 0;
      return (value) => {
        let id: number;
        if (typeof value !== "object") {
          // A function may be an array class's instance.
          if (typeof value !== "function" || state.objects !== true || !(#id in value)) return value;
          id = (value as unknown as Stamp).#id;
        } else if (value === null) return value;
        else if (isView(value) || isArray(value)) {
          if (unseen >= STRANGERS && !(#id in value)) return fromNowhere(value);
          try {
            id = (value as unknown as Stamp).#id;
          } catch {
            unseen++;
            return fromNowhere(value);
          }
        } else if (state.objects !== true) return value;
        else if (strangers < STRANGERS) {
          try {
            id = (value as unknown as Stamp).#id;
          } catch {
            strangers++;
            return value;
          }
        } else if (#id in value) id = (value as unknown as Stamp).#id;
        else return value;
        if (id > (clock[CLOSED] as number)) lives[(id & mask) << LIVES] = clock[NOW] as number;
        else slow.use(value, id);
        return value;
      };
    }
    static readonly guardingText = Stamp.textOf(Stamp.guarding);
    static readonly lookingText = Stamp.textOf(Stamp.looking);
    /** What a copy that has met strangers, this one the last of them, goes on with. */
    static warned(value: unknown): Use {
      return typeof value === "object" && value !== null
        ? (Stamp.careful(Stamp.lookingText) ?? Stamp.looking())
        : (Stamp.careful(Stamp.guardingText) ?? Stamp.guarding());
    }
    /** For one copy alone, made in the middle of the program, which may have an `eval` of its own by now. */
    static careful(text: string): Use | null {
      const evaluate: unknown = natives.getOwnPropertyDescriptor(globalThis, "eval")?.value;
      return evaluate === nativeEval ? (Stamp.compiled<Use>(text, 1)?.[0] ?? null) : null;
    }
    /** Used, and without a stamp. */
    static unseen<T>(value: T): T {
      return typeof value === "object" && value !== null && (isView(value) || isArray(value))
        ? fromNowhere(value)
        : value;
    }
    /** Reads the stamp of a value that may have none, by the same means. */
    static peeking(): (value: unknown) => number {
      let strangers = 0;
      return (value) => {
        if (value === null || (typeof value !== "object" && typeof value !== "function")) return NO_STAMP;
        if (strangers < STRANGERS || (strangers < 2 * STRANGERS && (isView(value) || isArray(value)))) {
          try {
            return (value as unknown as Stamp).#id;
          } catch {
            strangers++;
            return NO_STAMP;
          }
        }
        return #id in value ? (value as unknown as Stamp).#id : NO_STAMP;
      };
    }
    static readonly peek = Stamp.peeking();
    /** The one for places that are not hot. */
    static readonly use = Stamp.looking();
    /** A probe for a literal or rest array of the user's own code. */
    static literals(): (site: number, array: unknown[]) => unknown[] {
      return (site, array) => {
        const of = (ownArray[site] as number) || groups.own(site);
        new Stamp(array, birth(array.length * 8, of), of);
        return array;
      };
    }
    /** The same where somebody else is to blame. */
    static blamedLiterals(): (site: number, array: unknown[]) => unknown[] {
      return (site, array) => {
        const of = slow.blamedArray(site);
        new Stamp(array, birth(array.length * 8, of), of);
        return array;
      };
    }
    /** A probe for a literal whose tick was reserved by `b`. */
    static stamping(): (id: number, array: unknown[]) => unknown[] {
      return (id, array) => {
        if (id > (clock[CLOSED] as number)) {
          const slot = (id & mask) << SLOTS;
          slots[slot + SIZE] = array.length * 8;
          new Stamp(array, id, slots[slot + GROUP] as number);
        } else Stamp.put(array, LASTING, 0);
        return array;
      };
    }
    /** A probe for the result of `new`. */
    static making(): (site: number, around: number, value: object) => object {
      return (site, around, value) => {
        const own = around !== -2;
        if (own) state.blame = around;
        if (S[0] === 0 && typeof value === "object" && !(#id in value)) slow.newborn(site, value, own);
        else slow.made(site, value, own);
        return value;
      };
    }
    /** An expression that gives what a method of this class gives, made by code of its own. */
    static textOf(template: (careful: null) => unknown): string {
      const method = Function.prototype.toString.call(template);
      // In parentheses, V8 compiles a function as it comes to it; else it would be parsed once more.
      return `((careful)=>${method.slice(method.indexOf("{"))})(null)`;
    }
    /** Null where Node was told to compile no strings. */
    static compiled<Probe>(text: string, copies: number): Probe[] | null {
      let list = text;
      for (let i = 1; i < copies; i++) list += `,${text}`;
      try {
        // biome-ignore lint/security/noGlobalEval: only text within the class can name its private fields.
        return eval(`[${list}]`) as Probe[];
      } catch {
        return null;
      }
    }
    /** Copies of the hottest probes, each with what V8 has learnt for itself alone: see `trace/variants.ts`. */
    static copies(): Record<string, unknown> {
      const all: Record<string, unknown> = {};
      const use = Stamp.textOf(Stamp.using);
      const templates: { name: keyof typeof COPIES; copy: string; template(): unknown }[] = [
        { name: "u", copy: use, template: () => Stamp.using() },
        {
          name: "w",
          copy: `((use)=>(value,target)=>{use(target);return value})(${use})`,
          template: () => after(Stamp.using()),
        },
        {
          name: "N",
          copy: `((use)=>(before,value)=>{use(before);use(value);return value})(${use})`,
          template: () => both(Stamp.using()),
        },
        { name: "n", copy: Stamp.textOf(Stamp.making), template: Stamp.making },
        { name: "l", copy: Stamp.textOf(Stamp.literals), template: Stamp.literals },
        { name: "L", copy: Stamp.textOf(Stamp.blamedLiterals), template: Stamp.blamedLiterals },
        { name: "s", copy: Stamp.textOf(Stamp.stamping), template: Stamp.stamping },
      ];
      for (let k = 0; k < templates.length; k++) {
        const { name, copy, template } = templates[k] as (typeof templates)[number];
        const made = Stamp.compiled(copy, COPIES[name]);
        // One for all, then.
        const one = made === null ? template() : null;
        for (let i = 0; i < COPIES[name]; i++) all[`${name}${i}`] = made === null ? one : made[i];
      }
      return all;
    }
  }

  /**
   * Arrays handed over by the call that is being made, and as which parameter; how many stands in `S[0]`. `S[1]` is how
   * many calls are under way that may run the program's code.
   */
  const handed: object[] = [];
  const positions: number[] = [];
  const S = new Int32Array(new SharedArrayBuffer(8));
  /** Stands for a parameter that is taken apart at once: it may be any of the arrays handed over. */
  const W = {};
  const state = { blame: NO_BLAME, under: NO_BLAME, objects: false };
  const F = new Names();
  const slow = makeSlowPaths({
    core,
    birth,
    groups,
    registry,
    stamps: Stamp,
    state,
    handed,
    positions,
    S,
    W,
    F,
    isProxy,
    arrayClasses,
    callerSite,
  });

  // It is an array itself, and nobody made it.
  Stamp.put(natives.arrayPrototype, LASTING, 0);
  const operations = makeOperations({ core, groups, stamps: Stamp, isProxy });
  host.operations(operations);

  function look(site: number, value: unknown, own: boolean): void {
    if (typeof value === "object" && value !== null && (isArray(value) || isView(value)) && !Stamp.known(value)) {
      slow.fresh(site, value, own, 0, false);
    }
  }

  let openBorder = (): void => undefined;
  const probes = {
    ...Stamp.copies(),
    I: iterations,
    C: clock,
    S,
    W,
    F,
    l: Stamp.literals(),
    L: Stamp.blamedLiterals(),
    /** The clock's tick for a literal whose elements are still to be evaluated. */
    b(site: number): number {
      return birth(0, (ownArray[site] as number) || groups.own(site));
    },
    B(site: number): number {
      return birth(0, slow.blamedArray(site));
    },
    /** A tick for what a native is about to make before it calls back; nobody's until `m` gives it away. */
    t(): number {
      return birth(0, 0);
    },
    forget: slow.forgetTemplate,
    stamps: Stamp as Stamps,
    /** A template's object and its raw strings, made the first time round. */
    p(site: number): void {
      slow.template(site);
    },
    /** Where the user's code is: the call that is being made. Gives back the one around it. */
    k(site: number): number {
      const around = state.blame;
      state.blame = site;
      return around;
    },
    /** Result of a call of the user's code. */
    c(site: number, around: number, value: unknown): unknown {
      state.blame = around;
      if (S[0] !== 0) slow.unclaimed(value);
      look(site, value, true);
      return value;
    },
    /** Result of a call of a dependency's code. */
    d(site: number, value: unknown): unknown {
      if (S[0] !== 0) slow.unclaimed(value);
      look(site, value, false);
      return value;
    },
    /** Result of a call that does arithmetic, if arrays come into it. */
    A(site: number, before: number, value: unknown, receiver: unknown, a?: unknown, b?: unknown, c?: unknown): unknown {
      // Code without probes has made it: an addon, WebAssembly, a package that is left out.
      if (
        typeof value === "object" &&
        value !== null &&
        value !== receiver &&
        value !== a &&
        value !== b &&
        value !== c
      )
        if (isArray(value) || isView(value) ? !Stamp.known(value) : !Stamp.has(value)) slow.result(site, value);
      operations.note(site, before, value, receiver, a, b, c);
      return value;
    },
    /** What an await, a for-of or a callback brings. */
    v(site: number, value: unknown): unknown {
      look(site, value, true);
      return value;
    },
    V(site: number, value: unknown): unknown {
      look(site, value, false);
      return value;
    },
    /** Result of a method or function that goes by a native's name. */
    r(site: number, around: number, value: unknown, receiver: unknown, take: number, nested: number): unknown {
      const own = around !== -2;
      if (own) state.blame = around;
      if (typeof value === "object" && value !== null && (isArray(value) || isView(value)) && !Stamp.has(value)) {
        slow.fresh(site, value, own, 0, slow.isSure(receiver));
      }
      slow.native(site, own, value, receiver, take, nested);
      return value;
    },
    /** Result of `JSON.parse(text)`, as long as that is Node's own. */
    tree(site: number, around: number, value: unknown): unknown {
      if (S[0] !== 0 || !natives.parsesByItself()) return probes.r(site, around, value, natives.json, 0, 2);
      const own = around !== -2;
      if (own) state.blame = around;
      if (typeof value === "object" && value !== null) slow.tree(site, value, own);
      return value;
    },
    /** The same for a name that maps and sets have too: most receivers are no arrays. */
    q(site: number, around: number, value: unknown, receiver: unknown, take: number): unknown {
      const own = around !== -2;
      if (own) state.blame = around;
      look(site, value, own);
      if (S[0] !== 0 || isView(receiver) || isArray(receiver)) slow.native(site, own, value, receiver, take, 0);
      return value;
    },
    /** The same where the result's tick was taken before the call. */
    m(
      site: number,
      around: number,
      value: unknown,
      receiver: unknown,
      take: number,
      nested: number,
      id: number,
    ): unknown {
      const own = around !== -2;
      if (own) state.blame = around;
      if (typeof value === "object" && value !== null && (isArray(value) || isView(value)) && !Stamp.has(value)) {
        slow.fresh(site, value, own, id, slow.isSure(receiver));
      }
      slow.native(site, own, value, receiver, take, nested);
      return value;
    },
    /** A rest array that an assignment's pattern has just made; 0 where nobody has a name for it. */
    x<T>(value: T, site: number, rest: unknown): T {
      if (rest === 0) slow.nameless(site);
      look(site, rest, true);
      return value;
    },
    /** A literal with spreads: what was spread may have brought new arrays with it. */
    j(site: number, own: number, array: unknown[]): unknown[] {
      for (let i = 0; i < array.length; i++) {
        const item = array[i];
        if (typeof item === "object" && item !== null && isArray(item) && !Stamp.has(item)) {
          slow.fresh(site, item, own === 1, 0, false);
          // It was written into the list after that.
          Stamp.use(array);
        }
      }
      return array;
    },
    /** What a native hands to a function that it calls: made by the call that is under way, if there is one. */
    g(site: number, value: unknown): unknown {
      look(state.blame >= 0 ? state.blame : site, value, true);
      return value;
    },
    /** Who is to blame now. */
    D(): number {
      return state.blame;
    },
    /** … and from now on again. */
    Z<T>(around: number, value: T): T {
      state.blame = around;
      return value;
    },
    /** Code begins that no call has led to: an operator, a property or a loop runs it. */
    E(): number {
      const around = state.blame;
      if (around !== ASK_STACK) state.under = around;
      state.blame = ASK_STACK;
      return around;
    },
    /** What a generator is sent, once it has been entered again. */
    Q<T>(value: T, _around: number): T {
      return value;
    },
    /** What an await brings in a dependency's code, which goes on for whom it was called by. */
    J(site: number, around: number, value: unknown): unknown {
      state.blame = around;
      look(site, value, false);
      return value;
    },
    /** A proxy that the program's own code has made, and its target. */
    M: slow.proxied,
    /** A class's private fields, and how an instance's are read. */
    P: slow.hide,
    required: slow.wrap.required,
    imports: slow.wrap.imports,
    /** A file that may load code without probes is about to run. */
    border: () => openBorder(),
    file(first: number, table: string): void {
      registry.add(first, table);
    },
    // Last, so that the compiler refuses a name that stands above, too.
    ...makeUseProbes({ stamps: Stamp, use: Stamp.use, slow, F, state, isProxy }),
    ...makeTextProbes(texts),
  };
  const { assign } = Object;
  let isOpen = false;
  openBorder = () => {
    if (!isOpen) assign(probes, borderProbes(probes, { stamps: Stamp, outside: slow.outside }));
    isOpen = true;
  };
  host.border(openBorder, slow.wrap.seen);
  return probes;
}
