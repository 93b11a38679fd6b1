/** From the tables to the trace: what this thread made, by site and by the user's line. */
import type {
  AuditFigures,
  BlameGroup,
  GroupFigures,
  PoolFigures,
  SiteGroup,
  SiteRef,
  ThreadTrace,
  TraceFile,
} from "../trace/format.js";
import { type Core, HALVES, NOW } from "./core.js";
import { type Group, type Groups, NO_BLAME } from "./groups.js";
import type { Operations } from "./operations.js";
import type { Registry } from "./registry.js";

export type RuntimeTrace = Pick<
  ThreadTrace,
  "mode" | "clock" | "window" | "files" | "sites" | "blamed" | "pools" | "peakBytes" | "operations" | "audit"
>;

/** Of lives that are closed. `bounded` names the groups whose needs are known as upper bounds only. */
export function makeTrace(
  core: Core,
  groups: Groups,
  registry: Registry,
  operations: Operations | undefined,
  audit: AuditFigures | undefined,
  countOnly: boolean,
  bounded: ReadonlySet<number> = new Set(),
): RuntimeTrace {
  const files: TraceFile[] = [];
  const fileIndex = new Map<number, number>();
  const reference = (site: number): SiteRef | null => {
    const file = registry.fileOf(site);
    if (file < 0) return null;
    let index = fileIndex.get(file);
    if (index === undefined) {
      index = files.push(registry.toTrace(file, (number) => core.iterations[number] as number)) - 1;
      fileIndex.set(file, index);
    }
    return { file: index, site: site - registry.first(file) };
  };
  const sites: SiteGroup[] = [];
  const blamed: BlameGroup[] = [];
  groups.list.forEach((group, index) => {
    if (group === null || (core.allocated[index] as number) === 0) return;
    const site = reference(group.site);
    if (site === null) return;
    const figures = figuresOf(core, groups, group, index, countOnly);
    if (bounded.has(index) && figures.needed < figures.allocated) figures.exact = false;
    const own = group.blame === group.site;
    if (own) sites.push({ ...figures, site });
    // A group above others holds their objects a second time: they stand under their own blame already.
    if (!own || !groups.isAbove(index)) {
      blamed.push({ ...figures, site, blame: group.blame === NO_BLAME ? null : reference(group.blame) });
    }
  });
  return {
    mode: countOnly ? "count" : "full",
    clock: core.clock[NOW] as number,
    window: { objects: core.mask + 1, closed: core.clock[HALVES] as number },
    files,
    sites,
    blamed,
    audit: audit ?? { sampled: 0, agreed: 0, disagreements: [] },
    pools: countOnly ? [] : poolsOf(core, groups, bounded),
    peakBytes: countOnly ? 0 : (core.bytesPeak[0] as number) + (core.bytesLate[0] as number),
    operations: (operations?.list() ?? []).flatMap(({ site, ...counts }) => {
      const at = reference(site);
      return at === null ? [] : [{ ...counts, site: at }];
    }),
  };
}

function poolsOf(core: Core, groups: Groups, bounded: ReadonlySet<number>): PoolFigures[] {
  return groups.list.flatMap((pool, index) => {
    const peak = core.peak[index] as number;
    if (!pool || peak === 0 || !groups.isPool(index)) return [];
    const late = core.late[index] as number;
    return [{ type: pool.type, size: pool.size, needed: peak + late, exact: late === 0 && !bounded.has(index) }];
  });
}

function figuresOf(core: Core, groups: Groups, group: Group, index: number, countOnly: boolean): GroupFigures {
  const allocated = core.allocated[index] as number;
  const late = core.late[index] as number;
  return {
    type: group.type,
    size: group.size,
    ...(group.storage ? { storage: group.storage } : {}),
    allocated,
    objects: allocated + groups.extraOf(index),
    needed: countOnly ? 0 : Math.min(allocated, (core.peak[index] as number) + late),
    inPlace: countOnly ? 0 : (core.inPlace[index] as number),
    bytes: core.bytes[index] as number,
    peakBytes: countOnly ? 0 : (core.bytesPeak[index] as number) + (core.bytesLate[index] as number),
    escaped: core.escaped[index] as number,
    unused: countOnly ? 0 : (core.unused[index] as number),
    // Of the last one nobody made a next.
    temporary: countOnly ? 0 : (core.temporary[index] as number) + ((core.newest[index] as number) > 0 ? 1 : 0),
    lifetimeSum: core.lifetimeSum[index] as number,
    lifetimeMax: core.lifetimeMax[index] as number,
    // A peak is reached for certain; what came back late only says that there may have been more.
    exact: late === 0 || (core.peak[index] as number) >= allocated,
  };
}
