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

/** What was noted of sites, by their numbers. V8 makes a dictionary of a list with gaps, and each look into it a call. */
export class BySite<Noted> {
  private places = new Int32Array(1024);
  /** By the order in which sites were first noted. */
  private readonly all: Noted[] = [];

  get(site: number): Noted | undefined {
    // Beyond the end there is nothing, either.
    const place = this.places[site];
    return place === undefined || place === 0 ? undefined : this.all[place - 1];
  }

  set(site: number, noted: Noted): void {
    if (site >= this.places.length) {
      const more = new Int32Array(2 ** (32 - Math.clz32(site)));
      for (let i = 0; i < this.places.length; i++) more[i] = this.places[i] as number;
      this.places = more;
    }
    const place = this.places[site] as number;
    if (place > 0) this.all[place - 1] = noted;
    else {
      this.all[this.all.length] = noted;
      this.places[site] = this.all.length;
    }
  }
}
