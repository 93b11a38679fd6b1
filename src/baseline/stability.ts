/** Several runs of one script as one: what differs between them is marked, and named in findings. */
import { byKey, type Site, type Snapshot } from "./site.js";

/**
 * The first run, with the highest figures of all runs where they differ.
 * @param runs at least one, of the same code: keys are equal, so no likeness is needed
 */
export function steady(runs: readonly Snapshot[]): Snapshot {
  const [first, ...others] = runs;
  if (first === undefined) throw new RangeError("no runs");
  const sites = new Map(first.sites.map((site) => [site.key, site]));
  for (const run of others) {
    const met = new Set<string>();
    for (const site of run.sites) {
      const known = sites.get(site.key);
      met.add(site.key);
      if (known === undefined) sites.set(site.key, { ...site, unstable: true });
      else if (!isSame(known, site)) sites.set(site.key, worse(known, site));
    }
    for (const site of sites.values()) {
      if (!met.has(site.key)) sites.set(site.key, { ...site, unstable: true });
    }
  }
  return { ...first, sites: [...sites.values()].sort(byKey) };
}

function isSame(a: Site, b: Site): boolean {
  return (
    a.allocated === b.allocated &&
    a.needed === b.needed &&
    a.bytes === b.bytes &&
    a.iterations === b.iterations &&
    a.calls === b.calls
  );
}

function worse(a: Site, b: Site): Site {
  return {
    ...a,
    unstable: true,
    exact: a.exact && b.exact,
    allocated: Math.max(a.allocated, b.allocated),
    needed: Math.max(a.needed, b.needed),
    bytes: Math.max(a.bytes, b.bytes),
    iterations: most(a.iterations, b.iterations),
    calls: most(a.calls, b.calls),
  };
}

function most(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
