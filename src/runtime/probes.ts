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
import { NAMES } from "../trace/names.js";
import { COPIES } from "../trace/variants.js";
import { ASKED, CLAIMED, makeAlike } from "./alike.js";
import { borderProbes } from "./border.js";
import type { Sweep } from "./closing.js";
import type { Core } from "./core.js";
import { ASK_STACK, type Groups, NO_BLAME } from "./groups.js";
import * as natives from "./intrinsics.js";
import { makeTallies } from "./operation-tallies.js";
import { makeOperations, type Operations } from "./operations.js";
import { copiesOf, replacing } from "./probe-copies.js";
import { makeQueued } from "./queued.js";
import type { Registry } from "./registry.js";
import { makeScopeProbes } from "./scopes.js";
import { makeSlowPaths } from "./slow-paths.js";
import { type Late, makeStamps } from "./stamp-class.js";
import { LASTING, NO_STAMP } from "./stamps.js";
import { Flags, Integers } from "./tables.js";
import { makeTakers } from "./takers.js";
import { makeTextProbes, type TextProbes } from "./text-probes.js";
import { makeUseProbes } from "./use-probes.js";

export interface ProbeHost {
  isProxy(value: object): boolean;
  arrayClasses: ReadonlyMap<string, boolean>;
  /** The user's line by the stack, with `waiting` one that only waits as well; null where there is none on it. */
  callerSite(waiting: boolean): number | null;
  /** Is given the calls that do arithmetic. */
  operations(operations: Operations): void;
  /**
   * Is given what to call once it is known that a part of the program runs without probes, and of the modules and exports
   * to be wrapped those that were found.
   */
  border(open: () => void, wrapped: ReadonlySet<string>): void;
  texts: TextProbes;
  /** What stamps an array is to stay a call: see `probe-text.ts`. */
  apart: boolean;
  /** Lifetimes are wanted. */
  tracking: boolean;
}

export function makeProbes(core: Core, sweep: Sweep, groups: Groups, registry: Registry, host: ProbeHost) {
  const { isProxy, arrayClasses, callerSite, texts, apart, tracking } = host;
  core.full = () => sweep.closePart();
  core.alone = () => sweep.finishPart();
  const { alike: alikeSites, clock, iterations, ownArray } = core;
  // An import is a cell that optimized code reads and checks at every use; a constant of this function is none.
  const { isArray, isView } = natives;
  const none = NO_STAMP;
  const claimed = CLAIMED;

  /**
   * Arrays handed over by the call that is being made, and as which parameter; how many stands in `S[0]`. `S[1]` is how
   * many calls are under way that may run the program's code.
   */
  const handed: object[] = [];
  const positions: number[] = [];
  const S = new Integers(new SharedArrayBuffer(8), 0, 2);
  /** Stands for a parameter that is taken apart at once: it may be any of the arrays handed over. */
  const W = {};
  const state = {
    blame: NO_BLAME,
    under: NO_BLAME,
    otherwise: NO_BLAME,
    objects: false,
    renewing: false,
    border: false,
  };
  const F = new Flags(new SharedArrayBuffer(NAMES), 0, NAMES);
  const late = {} as Late;
  const hand = (value: object, position: number): void => {
    const count = S[0] as number;
    handed[count] = value;
    positions[count] = position;
    S[0] = count + 1;
  };
  const alike = makeAlike(core);
  const tallies = makeTallies(core, groups, tracking);
  const { Stamp, birth } = makeStamps({ core, groups, records: alike.records, state, hand, F, S, tallies }, late);
  const slow = makeSlowPaths({
    core,
    // What is stamped within a `try` is to be inlined, see `probe-text.ts`.
    alike: apart ? null : alike,
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
  late.slow = slow;

  // It is an array itself, and nobody made it.
  Stamp.put(natives.arrayPrototype, LASTING, 0);
  const operations = makeOperations({
    core,
    groups,
    stamps: Stamp,
    tallies,
    isProxy,
    result: slow.result,
  });
  late.operations = operations;
  host.operations(operations);
  const takers = makeTakers();
  const peekReceiver = Stamp.peekingAlone();

  function look(site: number, value: unknown, own: boolean): void {
    if (
      typeof value === "object" &&
      value !== null &&
      (isArray(value) || isView(value)) &&
      Stamp.peek(value) === none
    ) {
      slow.fresh(site, value, own, 0, false);
    }
  }

  // Most calls give a number or nothing. That much is asked in the probe, which is small enough to be inlined wherever
  // it stands; the rest is not.
  function called(site: number, value: unknown, own: boolean): void {
    if (S[0] !== 0) slow.unclaimed(value);
    look(site, value, own);
  }

  function answered(
    site: number,
    own: boolean,
    value: unknown,
    receiver: unknown,
    take: number,
    nested: number,
    id: number,
  ): void {
    const receiverId = peekReceiver(receiver);
    if (typeof value === "object" && value !== null && (isArray(value) || isView(value))) {
      // Natives that are known by what they are called on make plain arrays.
      const isSure = typeof receiver === "string" || (receiverId !== none && typeof receiver === "object");
      const before = alikeSites[site] as number;
      if (before !== claimed || !isSure || !isArray(value) || !Stamp.claim(site, own, value, id)) {
        const isNew = !Stamp.has(value);
        if (isNew) slow.fresh(site, value, own, id, isSure);
        if (before === claimed && isSure) alikeSites[site] = ASKED;
        else if (before === 0) alikeSites[site] = isNew && !apart ? claimed : ASKED;
      }
    }
    slow.native(site, own, value, receiver, take, nested, receiverId);
  }

  function asked(site: number, own: boolean, value: unknown, receiver: unknown, take: number): void {
    look(site, value, own);
    if (S[0] !== 0 || isView(receiver) || isArray(receiver))
      slow.native(site, own, value, receiver, take, 0, peekReceiver(receiver));
  }

  function brought(site: number, value: unknown, own: boolean): void {
    if (typeof value !== "object" || value === null) return;
    if (!slow.brought.due(site)) look(site, value, own);
    else if (Stamp.peek(value) === none) {
      look(site, value, own);
      slow.brought.awaited(site, value, own);
    }
  }

  let openBorder = (): void => undefined;
  const probes = {
    ...copiesOf(Stamp, apart),
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
    stamps: Stamp,
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
      if (typeof value === "object" || S[0] !== 0) called(site, value, true);
      return value;
    },
    /** Result of a call of a dependency's code. */
    d(site: number, value: unknown): unknown {
      if (typeof value === "object" || S[0] !== 0) called(site, value, false);
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
    /** What a queue brings to a callback: a native may have made what is inside of it. */
    brings(site: number, value: unknown): unknown {
      brought(site, value, true);
      return value;
    },
    fetches(site: number, value: unknown): unknown {
      brought(site, value, false);
      return value;
    },
    /** What an await brings in the user's own code, and the call that it is a part of: nothing else is under way. */
    resumes(site: number, blame: number, value: unknown): unknown {
      state.blame = blame;
      return probes.brings(site, value);
    },
    /** Result of a method or function that goes by a native's name. */
    r(site: number, around: number, value: unknown, receiver: unknown, take: number, nested: number): unknown {
      if (around !== -2) state.blame = around;
      if (typeof value === "object" || typeof receiver === "object" || nested !== 0 || S[0] !== 0)
        answered(site, around !== -2, value, receiver, take, nested, 0);
      return value;
    },
    /** The same when counting: what the native was called on is no use. */
    native(site: number, around: number, value: unknown, receiver: unknown, take: number, nested: number): unknown {
      if (around !== -2) state.blame = around;
      if (typeof value === "object" || nested !== 0) answered(site, around !== -2, value, receiver, take, nested, 0);
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
      if (around !== -2) state.blame = around;
      if (typeof value === "object" || isView(receiver) || isArray(receiver) || S[0] !== 0)
        asked(site, around !== -2, value, receiver, take);
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
      if (typeof value === "object" || typeof receiver === "object" || nested !== 0 || S[0] !== 0)
        answered(site, own, value, receiver, take, nested, id);
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
    /**
     * Code begins that no call has led to: an operator, a property or a loop runs it. `crumb` is whom it is for where no
     * line of the user's is on the stack.
     */
    E(crumb?: number): number {
      const around = state.blame;
      if (around !== ASK_STACK) {
        state.under = around;
        state.otherwise = around;
      }
      if (crumb !== undefined && crumb !== ASK_STACK) state.otherwise = crumb;
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
      return probes.fetches(site, value);
    },
    /** A function that a queue calls, where it is not written in the call. */
    queued: makeQueued(state, isProxy),
    /** A proxy that the program's own code has made, and its target. */
    M: slow.proxied,
    /** A class's private fields, and how an instance's are read. */
    P: slow.hide,
    required: slow.wrap.required,
    imports: slow.wrap.imports,
    ...makeScopeProbes({ core, groups, registry, stamps: Stamp, isProxy }),
    /** A file that may load code without probes is about to run. */
    border: () => openBorder(),
    file(first: number, table: string, sites: number): void {
      registry.add(first, table);
      // Counting alone asks nobody.
      if (tracking) takers.room(first + sites);
    },
    takers: takers.takers,
    takes: takers.takes,
    // Last, so that the compiler refuses a name that stands above, too.
    ...makeUseProbes({ stamps: Stamp, use: Stamp.use, hand, slow, isProxy }),
    ...makeTextProbes(texts),
  };
  const replacement = replacing(Stamp);
  const { set } = Reflect;
  late.replace = (copy, objects) => {
    // No assignment, which would throw in the program's midst if that has frozen all that it found.
    set(probes, copy, replacement(copy, objects));
  };
  const { assign } = Object;
  let isOpen = false;
  openBorder = () => {
    if (!isOpen) {
      const within = { ...probes, A: operations.note };
      const all = borderProbes(within, { stamps: Stamp, outside: slow.outside, given: slow.brought.given });
      assign(probes, all);
      for (let i = 0; i < COPIES.A; i++) set(probes, `A${i}`, all.A);
    }
    isOpen = true;
    state.border = true;
  };
  host.border(openBorder, slow.wrap.seen);
  return probes;
}
