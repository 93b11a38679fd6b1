/** Who is to blame for what: arrays gathered under the expression of the line they are reported on. */
import type { ThreadTrace } from "../trace/format.js";
import { Figures } from "./figures.js";
import type { SourceSite, SourceSites } from "./source-sites.js";

export interface Attribution {
  /** The expression that is to blame: the maker itself, or the user's call that led to it. */
  at: SourceSite;
  figures: Figures;
  /** Sites that made the arrays, and how many each made. */
  makers: Map<SourceSite, number>;
  /** Threads that made any. */
  threads: number;
}

/** In no order; one for each expression that is to blame for anything. */
export function attribute(traces: readonly ThreadTrace[], sites: SourceSites): Attribution[] {
  const attributions = new Map<SourceSite, Attribution>();
  for (const trace of traces) {
    const met = new Map<Attribution, number>();
    for (const group of trace.blamed) {
      if (group.allocated === 0) continue;
      const maker = sites.find(trace, group.site);
      const at = group.blame === null ? maker : sites.find(trace, group.blame);
      let attribution = attributions.get(at);
      if (attribution === undefined) {
        attribution = { at, figures: new Figures(), makers: new Map(), threads: 0 };
        attributions.set(at, attribution);
      }
      met.set(attribution, Math.max(met.get(attribution) ?? 0, group.threads ?? 1));
      attribution.figures.add(group, trace.mode === "full");
      attribution.makers.set(maker, (attribution.makers.get(maker) ?? 0) + group.allocated);
    }
    for (const [attribution, threads] of met) attribution.threads += threads;
  }
  return [...attributions.values()];
}

/** The expression makes its arrays itself: they stand on the line that makes them. */
export function makesItsOwn(attribution: Attribution): boolean {
  return attribution.makers.size === 1 && attribution.makers.has(attribution.at);
}
