/** What the rules know of an expression. */
import type { ReportPool, ReportType } from "../../report/report.js";
import { typeLabel } from "../../report/type-label.js";
import type { SiteKind } from "../../trace/format.js";
import { type Attribution, makesItsOwn } from "../attribution.js";
import type { Figures } from "../figures.js";

/** Fewer arrays than this are not worth a rewrite: the rules that ask for one stay silent. */
export const WORTH_A_REWRITE = 10;

export interface Facts {
  file: string;
  line: number;
  text: string;
  kind: SiteKind;
  /** Name of the method or function, where it is one that does arithmetic. */
  operation: string;
  /** Innermost enclosing function's name, empty at the top level. */
  functionName: string;
  loop: { line: number; iterations: number } | null;
  /** The arrays are made by the expression itself, not by what it calls. */
  own: boolean;
  allocated: number;
  needed: number;
  reusable: number;
  inPlace: number;
  /**
   * What the expression is for: where it gives instances of array classes, lists made on the way are no results.
   */
  results: { made: number; inPlace: number };
  unused: number;
  escaped: number;
  bytes: number;
  /** What goes over the array and drops it, and what name it takes over in the place of a shorter one. */
  reader: string | null;
  grows: string | null;
  /** What all lines of its size class need; null where it has several. */
  pool: ReportPool | null;
  exact: boolean;
  types: ReportType[];
  threads: number;
}

export function factsOf(attribution: Attribution, pools: readonly ReportPool[]): Facts {
  const { at, figures, threads } = attribution;
  const { allocated, needed, reusable, inPlace, unused, escaped, bytes, exact } = figures;
  const types = figures.types();
  const [only] = types;
  const pool =
    types.length === 1 ? pools.find(({ type, size }) => type === only?.type && size === only.size) : undefined;
  return {
    file: at.file,
    line: at.line,
    text: at.text,
    kind: at.kind,
    operation: (at.operation ?? "").slice((at.operation ?? "").lastIndexOf(".") + 1),
    functionName: at.fn.slice(at.fn.lastIndexOf(".") + 1),
    loop: at.loop === null ? null : { line: at.loop.line, iterations: at.loop.iterations },
    own: makesItsOwn(attribution),
    allocated,
    needed,
    reusable,
    inPlace,
    results: resultsOf(figures),
    unused,
    escaped,
    bytes,
    reader: at.reader ?? null,
    grows: at.grows ?? null,
    pool: pool ?? null,
    exact,
    types,
    threads,
  };
}

function resultsOf(figures: Figures): Facts["results"] {
  const isInstance = ({ storage }: ReportType): boolean => storage !== undefined;
  const instances = figures.types().filter(isInstance);
  if (instances.length === 0) return { made: figures.allocated, inPlace: figures.inPlace };
  return { made: instances.reduce((sum, type) => sum + type.allocated, 0), inPlace: figures.inPlaceOf(isInstance) };
}

/** The size class to speak of: its name when there is one, `array` when there are several. */
export function oneOf(facts: Facts): string {
  const [only, ...others] = facts.types;
  return only === undefined || others.length > 0 ? "array" : typeLabel(only.type, only.size);
}

/** The expression in a sentence. Long ones would drown it, and the code frame above shows them in full. */
export function quoted(facts: Facts): string {
  return facts.text.length <= 40 ? `\`${facts.text}\`` : "the call";
}
