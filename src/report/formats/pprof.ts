/** pprof: gzipped protobuf, https://github.com/google/pprof/blob/main/proto/profile.proto */
import { gzipSync } from "node:zlib";
import {
  Function as Callee,
  Label,
  Line,
  Location,
  Mapping,
  Profile,
  Sample,
  StringTable,
  ValueType,
} from "pprof-format";
import type { Counts, Report } from "../report.js";
import { type Frame, stacksOf } from "../stacks.js";
import { typeLabel } from "../type-label.js";
import { visible } from "../visible.js";

const SAMPLES: readonly { type: string; unit: string; figure: keyof Counts; lifetimes: boolean }[] = [
  { type: "alloc_objects", unit: "count", figure: "allocated", lifetimes: false },
  { type: "alloc_space", unit: "bytes", figure: "bytes", lifetimes: false },
  { type: "needed_objects", unit: "count", figure: "needed", lifetimes: true },
  { type: "reusable_objects", unit: "count", figure: "reusable", lifetimes: true },
];

/** No time stands in it, so the same report gives the same profile. */
export function renderPprof(report: Report): Uint8Array {
  const strings = new StringTable();
  const text = (value: string): number => strings.dedup(value);
  const shown = SAMPLES.filter(({ lifetimes }) => report.mode === "full" || !lifetimes);
  const callees: Callee[] = [];
  const calleeOf = memoized(
    ({ function: name, file }: Frame) => [name, file],
    ({ function: name, file }) => {
      const id = callees.length + 1;
      callees.push(new Callee({ id, name: text(name), systemName: text(name), filename: text(file) }));
      return id;
    },
  );
  const locations: Location[] = [];
  const locationOf = memoized(
    ({ function: name, file, line, column }: Frame) => [name, file, line, column],
    (frame) => {
      const id = locations.length + 1;
      const { line, column } = frame;
      const place = new Line({ functionId: calleeOf(frame), line, column });
      locations.push(new Location({ id, mappingId: 1, line: [place] }));
      return id;
    },
  );
  const samples = stacksOf(report).map(
    ({ frames, expression }) =>
      new Sample({
        locationId: frames.toReversed().map(locationOf),
        value: shown.map(({ figure }) => expression[figure]),
        label: [
          new Label({ key: text("expression"), str: text(visible(expression.text)) }),
          ...expression.types
            .slice(0, 1)
            .map(({ type, size }) => new Label({ key: text("type"), str: text(visible(typeLabel(type, size))) })),
        ],
      }),
  );
  const profile = new Profile({
    sampleType: shown.map(({ type, unit }) => new ValueType({ type: text(type), unit: text(unit) })),
    sample: samples,
    // With functions, files and lines in place, viewers look for no binary.
    mapping: [
      new Mapping({
        id: 1,
        filename: text(visible(report.script)),
        hasFunctions: true,
        hasFilenames: true,
        hasLineNumbers: true,
      }),
    ],
    location: locations,
    function: callees,
    comment: [text(`alloc-trace ${visible(report.tool)}`)],
    defaultSampleType: text("alloc_objects"),
    stringTable: strings,
  });
  return gzipSync(profile.encode());
}

function memoized<T>(identity: (of: T) => unknown[], make: (of: T) => number): (of: T) => number {
  const known = new Map<string, number>();
  return (of) => {
    const name = JSON.stringify(identity(of));
    const found = known.get(name) ?? make(of);
    known.set(name, found);
    return found;
  };
}
