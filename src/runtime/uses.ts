/** What keeps array objects alive: uses that are more than a store of the clock. */
import { OwnWeakMap } from "./collections.js";
import { addTo, BYTES_LATE, CLOSED, count, LATE, LIVES, NOW, PARENT, POOL } from "./core.js";
import { deepUse } from "./deep.js";
import { isArray, isView } from "./intrinsics.js";
import { PartialViews } from "./partial-views.js";
import { type Life, SharedLives } from "./shared-lives.js";
import type { SlowContext } from "./slow-context.js";
import { LASTING, SHARED } from "./stamps.js";

export function makeUses(context: SlowContext) {
  const { core, stamps, state, isProxy } = context;
  const { clock, lives, mask } = core;
  const shared = new SharedLives(core, comeBack);
  const lifeBy = new OwnWeakMap<object, Life>();
  const partial = new PartialViews(escapes);

  function use(value: object, id: number): void {
    if (id === LASTING) return;
    if (id === SHARED) {
      const life = lifeBy.get(value);
      if (life !== undefined) shared.use(life);
      else partial.each(value, value, useStamped);
      return;
    }
    comeBack(stamps.group(value), bytesOf(value));
    stamps.move(value, LASTING, stamps.group(value));
  }

  function useStamped(value: object): void {
    if (!stamps.has(value)) return;
    const id = stamps.id(value);
    if (id > (clock[CLOSED] as number)) lives[(id & mask) << LIVES] = clock[NOW] as number;
    else use(value, id);
  }

  /** Used after its window was closed: its group needs one more than was counted, from now on. */
  function comeBack(of: number, bytes: number): void {
    for (let at = of; at !== 0; at = count(core, at, PARENT)) {
      addTo(core, at, LATE, 1);
      addTo(core, at, BYTES_LATE, bytes);
      const pool = count(core, at, POOL);
      if (pool !== 0) addTo(core, pool, LATE, 1);
    }
    addTo(core, 0, BYTES_LATE, bytes);
  }

  /** Element storage, as it is counted at birth. An instance's storage comes back by itself. */
  function bytesOf(value: object): number {
    if (isView(value)) return value.byteLength;
    return isArray(value) ? value.length * 8 : 0;
  }

  function escapes(value: object): void {
    if (!stamps.has(value)) return;
    const id = stamps.id(value);
    if (id === LASTING) return;
    if (id === SHARED) {
      const life = lifeBy.get(value);
      if (life !== undefined) shared.escape(life);
      else partial.each(value, value, escapes);
      return;
    }
    if (id > (clock[CLOSED] as number)) lives[(id & mask) << LIVES] = Infinity;
    else if (id > 0) comeBack(stamps.group(value), bytesOf(value));
    stamps.move(value, LASTING, stamps.group(value));
  }

  /** `value` looks at what `base` holds: from now on they live and are used together. */
  function makeView(value: object, base: object): void {
    if (value === base || !stamps.has(base)) return;
    if (partial.has(base)) {
      partial.each(base, value, (owner) => makeView(value, owner));
      return;
    }
    const life = lifeOf(base);
    if (!isArray(value) && !isView(value)) state.objects = true;
    if (!stamps.has(value)) stamps.put(value, SHARED, stamps.group(base));
    else if (stamps.id(value) !== SHARED) {
      shared.join(life, stamps.id(value), stamps.group(value), bytesOf(value));
      stamps.move(value, SHARED, stamps.group(value));
    }
    lifeBy.set(value, life);
  }

  function lifeOf(base: object): Life {
    const known = lifeBy.get(base);
    if (known !== undefined) return known;
    const life = shared.start();
    const id = stamps.id(base);
    if (id === LASTING) life.escaped = true;
    else shared.join(life, id, stamps.group(base), bytesOf(base));
    stamps.move(base, SHARED, stamps.group(base));
    lifeBy.set(base, life);
    return life;
  }

  /** The buffer of a typed array is about to be taken: it stands for the array. */
  function buffer(value: ArrayBufferView): void {
    if (!stamps.has(value)) return;
    const memory = value.buffer;
    if (partial.has(memory)) partial.add(memory, value);
    else if (stamps.has(memory)) return;
    else if (stamps.id(value) === SHARED || value.byteLength === memory.byteLength) makeView(memory, value);
    else {
      state.objects = true;
      stamps.put(memory, SHARED, 0);
      partial.add(memory, value);
    }
  }

  function deep(value: object): void {
    deepUse(value, stamps, useStamped, isProxy);
  }

  return { use, useStamped, escapes, makeView, buffer, deep };
}
