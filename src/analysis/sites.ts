/** The report by site: every array stands under the expression that makes it. */
import type { ReportPool, ReportSite } from "../report/report.js";
import type { ThreadTrace } from "../trace/format.js";
import { advise } from "./advice/index.js";
import { type Attribution, makesItsOwn } from "./attribution.js";
import { Figures } from "./figures.js";
import { bySource, type SourceSite, type SourceSites } from "./source-sites.js";

/** Sites that made something, in source order. */
export function reportSites(
  traces: readonly ThreadTrace[],
  sites: SourceSites,
  attributions: readonly Attribution[],
  pools: readonly ReportPool[],
  followed: boolean,
): ReportSite[] {
  const figures = new Map<SourceSite, Figures>();
  for (const trace of traces) {
    for (const group of trace.sites) {
      if (group.allocated === 0) continue;
      const site = sites.find(trace, group.site);
      const sum = figures.get(site) ?? new Figures();
      figures.set(site, sum);
      sum.add(group, trace.mode === "full");
    }
  }
  const users = usersOf(attributions);
  const own = new Map(attributions.filter(makesItsOwn).map((attribution) => [attribution.at, attribution]));
  return [...figures.entries()]
    .sort(([a], [b]) => bySource(a, b))
    .map(([site, sum]) => {
      const blame = users.get(site) ?? [];
      const advisable = followed && blame.length === 0 ? own.get(site) : undefined;
      return {
        key: site.key,
        file: site.file,
        line: site.line,
        column: site.column,
        endLine: site.endLine,
        endColumn: site.endColumn,
        function: site.fn,
        kind: site.kind,
        text: site.text,
        dependency: site.dependency,
        types: sum.types(),
        ...sum.counts(),
        objects: sum.objects,
        loop: site.loop === null ? null : { line: site.loop.line, endLine: site.loop.endLine },
        iterations: site.loop?.iterations ?? null,
        calls: site.owner?.calls ?? null,
        ...sum.lives(),
        exact: sum.exact,
        advice: advisable === undefined ? [] : advise(advisable, pools),
        blame: blame.map(({ at, allocated }) => ({ file: at.file, line: at.line, column: at.column, allocated })),
      };
    });
}

/** For each maker, the other expressions that its arrays are put down to, most allocated first. */
function usersOf(attributions: readonly Attribution[]): Map<SourceSite, { at: SourceSite; allocated: number }[]> {
  const users = new Map<SourceSite, { at: SourceSite; allocated: number }[]>();
  for (const { at, makers } of attributions) {
    for (const [maker, allocated] of makers) {
      if (maker === at) continue;
      const list = users.get(maker) ?? [];
      users.set(maker, list);
      list.push({ at, allocated });
    }
  }
  for (const list of users.values()) list.sort((a, b) => b.allocated - a.allocated || bySource(a.at, b.at));
  return users;
}
