/** Where array objects begin: whose figures a new one belongs to, and its place on the clock. */
import { OwnMap, OwnSet } from "./collections.js";
import { addTo, BYTES, CLOSED, GROUP, heldBy, LIVES, SIZE, SLOTS, sizeOf } from "./core.js";
import { ASK_STACK, NO_BLAME } from "./groups.js";
import { arrayPrototype, getOwnPropertyDescriptor, getPrototypeOf, isArray, isView, typeName } from "./intrinsics.js";
import type { SlowContext } from "./slow-context.js";
import { LASTING } from "./stamps.js";

const { isFrozen } = Object;

/** Answers in a row that make a rule. */
const ALIKE = 64;
/**
 * So many more, all of them the user's call that is under way anyway, or all without a line of the user's on the stack (a
 * dependency goes on after an await), and it is asked more rarely: what could make a difference then is only a callback of
 * the user's that iterates by itself under the same call.
 */
const CERTAIN = 128;
const RARELY = 1024;

/** What the stack has said of arrays made at one site with the same breadcrumbs: the call under way, and whom else it is for. */
interface Told {
  under: number;
  otherwise: number;
  answer: number;
  /** It is what the breadcrumbs say, too. */
  expected: boolean;
  /** The same answer so often in a row; -Infinity once there were two. */
  times: number;
  unasked: number;
}

export type Births = ReturnType<typeof makeBirths>;

export function makeBirths(context: SlowContext) {
  const { core, groups, registry, stamps, state, isProxy } = context;
  const { clock, lives, slots, mask } = core;
  const templates = new OwnSet<number>();
  const ownSites = new OwnMap<number, boolean>();

  function birth(of: number, byteLength: number): number {
    const id = context.birth(0, of);
    setSize(id & mask, of, byteLength);
    return id;
  }

  function setSize(slot: number, of: number, byteLength: number): void {
    const size = sizeOf(byteLength);
    slots[(slot << SLOTS) + SIZE] = size;
    if (size === byteLength) return;
    // Of what was rounded the sum is exact.
    core.alone();
    addTo(core, of, BYTES, byteLength - heldBy(size));
  }

  /** By site, the breadcrumbs that were met last in front. */
  const told = new OwnMap<number, Told[]>();

  function toldOf(site: number): Told {
    const { under, otherwise } = state;
    let all = told.get(site);
    if (all === undefined) {
      all = [];
      told.set(site, all);
    }
    for (let i = 0; i < all.length; i++) {
      const known = all[i] as Told;
      if (known.under !== under || known.otherwise !== otherwise) continue;
      if (i > 0) {
        all[i] = all[0] as Told;
        all[0] = known;
      }
      return known;
    }
    const first: Told = { under, otherwise, answer: NO_BLAME, expected: false, times: 0, unasked: 0 };
    all[all.length] = first;
    return first;
  }

  /**
   * Finds out who is to blame where nobody has called. A stack trace takes thousands of times as long as an array, so once
   * a site has got the same answer ALIKE times in a row under the same call, most of its arrays are put down to that
   * without asking; one in ALIKE still asks (one in RARELY, in the end), and another answer means asking every time from
   * then on.
   */
  function settle(site: number): void {
    if (state.blame !== ASK_STACK) return;
    const known = toldOf(site);
    const apart = known.times >= CERTAIN && known.expected ? RARELY : ALIKE;
    if (known.times >= ALIKE && ++known.unasked < apart) {
      state.blame = known.answer;
      return;
    }
    // A line that waits for the call under way is no better answer than the call.
    const found = context.callerSite(known.under < 0);
    const answer = found ?? state.otherwise;
    const expected = found === null || found === known.under;
    state.blame = answer;
    const same = known.answer === answer && known.expected === expected;
    known.times = known.times === 0 || same ? known.times + 1 : -Infinity;
    known.answer = answer;
    known.expected = expected;
    known.unasked = 0;
  }

  /** Group of what a site makes: its own, or with the user's call that is to blame. */
  function groupFor(site: number, own: boolean, type: string, length: string | null, classLike: boolean): number {
    if (own) return groups.find(site, site, type, length, classLike);
    settle(site);
    let users = ownSites.get(site);
    if (users === undefined) {
      users = registry.isOwn(site);
      ownSites.set(site, users);
    }
    // The body of an array class of the user's own: the object belongs to the line that called in.
    if (users) {
      const line = state.blame === NO_BLAME ? site : state.blame;
      return groups.find(line, line, type, length, classLike);
    }
    return groups.find(site, state.blame, type, length, classLike);
  }

  const blamed = new OwnMap<number, { blame: number; group: number }>();

  function blamedArray(site: number): number {
    settle(site);
    const known = blamed.get(site);
    if (known !== undefined && known.blame === state.blame) return known.group;
    const found = groupFor(site, false, "Array", null, false);
    if (known === undefined) blamed.set(site, { blame: state.blame, group: found });
    else {
      known.blame = state.blame;
      known.group = found;
    }
    return found;
  }

  const typed = new OwnMap<number, { prototype: object; length: number; blame: number; group: number }>();

  function typedGroup(site: number, own: boolean, value: ArrayBufferView, prototype: object): number {
    if (!own) settle(site);
    const length = "length" in value ? (value.length as number) : value.byteLength;
    const known = typed.get(site);
    if (
      known !== undefined &&
      known.prototype === prototype &&
      known.length === length &&
      known.blame === state.blame
    ) {
      return known.group;
    }
    const found = groupFor(site, own, typeName(prototype), `${length}`, false);
    typed.set(site, { prototype, length, blame: state.blame, group: found });
    return found;
  }

  /**
   * An array object that nobody has seen: a native has just made it here. `id` is its tick when that was reserved;
   * `sure` says that the native is known to make no proxies.
   */
  function fresh(site: number, value: object, own: boolean, id: number, sure: boolean): void {
    if (!sure && !isView(value) && isProxy(value)) {
      stamps.put(value, LASTING, 0);
      return;
    }
    let of: number;
    let byteLength: number;
    if (isView(value)) {
      of = typedGroup(site, own, value, getPrototypeOf(value) as object);
      byteLength = value.byteLength;
    } else if (isArray(value)) {
      // The length first: from that V8 knows what kind of object it is, and its prototype.
      byteLength = value.length * 8;
      const prototype = getPrototypeOf(value);
      if (!sure && isTemplateObject(value)) {
        stamps.put(value, LASTING, 0);
        return;
      }
      of =
        prototype === arrayPrototype
          ? own
            ? groups.own(site)
            : blamedArray(site)
          : groupFor(site, own, typeName(prototype), null, false);
    } else {
      const length = (value as ArrayBuffer).byteLength;
      state.objects = true;
      of = groupFor(site, own, typeName(getPrototypeOf(value)), `${length}`, false);
      byteLength = length;
    }
    if (id > (clock[CLOSED] as number)) {
      slots[((id & mask) << SLOTS) + GROUP] = of;
      setSize(id & mask, of, byteLength);
      stamps.put(value, id, of);
    } else stamps.put(value, birth(of, byteLength), of);
    // A native that is known by its result alone (`const f = Array.from; f(map)`) may have made what is in it, too.
    if (!sure && isArray(value) && typeof value[0] === "object") {
      for (let i = 0; i < value.length; i++) {
        const item = value[i] as unknown;
        if (typeof item === "object" && item !== null && isArray(item) && !stamps.has(item)) {
          fresh(site, item, own, 0, false);
        }
      }
    }
  }

  function isTemplateObject(value: unknown[]): boolean {
    // Its first text is undefined where that has an escape that means nothing.
    const first = value.length === 0 ? null : typeof value[0];
    if ((first !== "string" && first !== "undefined") || !isFrozen(value)) return false;
    return isArray(getOwnPropertyDescriptor(value, "raw")?.value);
  }

  /** Made and put where nobody can watch it. */
  function nameless(site: number): void {
    lives[(birth(groupFor(site, registry.isOwn(site), "Array", null, false), 0) & mask) << LIVES] = Infinity;
  }

  function template(site: number): void {
    if (templates.has(site)) return;
    templates.add(site);
    const of = groupFor(site, registry.isOwn(site), "Array", null, false);
    for (let i = 0; i < 2; i++) lives[(birth(of, 0) & mask) << LIVES] = Infinity;
  }

  /** The next time round it is another text's. */
  function forgetTemplate(site: number): void {
    templates.delete(site);
  }

  return { birth, settle, groupFor, blamedArray, fresh, nameless, template, forgetTemplate };
}
