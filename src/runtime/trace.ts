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
import type { Core } from "./core.js";
import * as at from "./core.js";
import { type Group, type Groups, NO_BLAME } from "./groups.js";
import type { Operations } from "./operations.js";
import type { Registry } from "./registry.js";

export type RuntimeTrace = Pick<
  ThreadTrace,
  "mode" | "clock" | "window" | "files" | "sites" | "blamed" | "pools" | "peakBytes" | "operations" | "audit"
>;

/** What the session has asked for. */
export interface Wanted {
  countOnly: boolean;
  /** Lives within iterations and calls, too. */
  scopes: boolean;
}

/** Of lives that are closed. `bounded` names the groups whose needs are known as upper bounds only. */
export function makeTrace(
  core: Core,
  groups: Groups,
  registry: Registry,
  operations: Operations | undefined,
  audit: AuditFigures | undefined,
  wanted: Wanted,
  bounded: ReadonlySet<number> = new Set(),
): RuntimeTrace {
  const { countOnly } = wanted;
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
    if (group === null || at.figure(core, index, at.ALLOCATED) === 0) return;
    const site = reference(group.site);
    if (site === null) return;
    const figures = figuresOf(core, groups, group, index, wanted);
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
    clock: core.clock[at.NOW] as number,
    window: { objects: core.mask + 1, closed: core.clock[at.PARTS] as number },
    files,
    sites,
    blamed,
    audit: audit ?? { sampled: 0, agreed: 0, disagreements: [] },
    pools: countOnly ? [] : poolsOf(core, groups, bounded),
    peakBytes: countOnly ? 0 : at.figure(core, 0, at.BYTES_PEAK) + at.figure(core, 0, at.BYTES_LATE),
    operations: (operations?.list() ?? []).flatMap(({ site, ...counts }) => {
      const at = reference(site);
      return at === null ? [] : [{ ...counts, site: at }];
    }),
  };
}

function poolsOf(core: Core, groups: Groups, bounded: ReadonlySet<number>): PoolFigures[] {
  return groups.list.flatMap((pool, index) => {
    const peak = at.count(core, index, at.PEAK);
    if (!pool || peak === 0 || !groups.isPool(index)) return [];
    const late = at.figure(core, index, at.LATE);
    return [{ type: pool.type, size: pool.size, needed: peak + late, exact: late === 0 && !bounded.has(index) }];
  });
}

/** What came back late may have been marked when it was closed. */
function withinOf({ within }: Core, index: number, late: number): { iteration: number; call: number } {
  const row = index << at.WITHIN;
  return {
    iteration: Math.max(0, (within[row + at.IN_ITERATION] as number) - late),
    call: Math.max(0, (within[row + at.IN_CALL] as number) - late),
  };
}

/** Of the last one nobody made a next; one that escapes is never finished with. */
function isLast(ended: number): boolean {
  return ended > 0 && ended !== Infinity;
}

function figuresOf(
  core: Core,
  groups: Groups,
  group: Group,
  index: number,
  { countOnly, scopes }: Wanted,
): GroupFigures {
  const allocated = at.figure(core, index, at.ALLOCATED);
  const late = at.figure(core, index, at.LATE);
  return {
    type: group.type,
    size: group.size,
    ...(group.storage ? { storage: group.storage } : {}),
    allocated,
    objects: allocated + groups.extraOf(index),
    needed: countOnly ? 0 : Math.min(allocated, at.count(core, index, at.PEAK) + late),
    inPlace: countOnly ? 0 : at.figure(core, index, at.IN_PLACE),
    bytes: at.figure(core, index, at.BYTES),
    peakBytes: countOnly ? 0 : at.figure(core, index, at.BYTES_PEAK) + at.figure(core, index, at.BYTES_LATE),
    escaped: at.figure(core, index, at.ESCAPED),
    unused: countOnly ? 0 : at.figure(core, index, at.UNUSED),
    temporary: countOnly
      ? 0
      : at.figure(core, index, at.TEMPORARY) + (isLast(at.figure(core, index, at.NEWEST)) ? 1 : 0),
    ...(scopes ? { within: withinOf(core, index, late) } : {}),
    lifetimeSum: at.figure(core, index, at.LIFETIME_SUM),
    lifetimeMax: at.figure(core, index, at.LIFETIME_MAX),
    // A peak is reached for certain; what came back late only says that there may have been more.
    exact: late === 0 || at.count(core, index, at.PEAK) >= allocated,
  };
}
