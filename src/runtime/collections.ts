/** Maps and sets whose methods stay the language's own, whatever a program puts in their places: probes run in its midst. */
const { defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;

function own<Collection extends { prototype: object }>(collection: Collection): Collection {
  const Base = collection as unknown as new (given: unknown) => object;
  const Own = class extends Base {
    // A constructor that is left out would go over its arguments by the array iterator.
    constructor(given: unknown) {
      super(given);
    }
  };
  const keys = ownKeys(Base.prototype);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as PropertyKey;
    if (key === "constructor") continue;
    defineProperty(Own.prototype, key, getOwnPropertyDescriptor(Base.prototype, key) as PropertyDescriptor);
  }
  return Own as unknown as Collection;
}

export const OwnMap = own(Map);
export const OwnSet = own(Set);
export const OwnWeakMap = own(WeakMap);
export const OwnWeakSet = own(WeakSet);
