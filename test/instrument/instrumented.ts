/** An instrumented text as a person can read it: numbers for sites, the table as comments behind it. */
import { instrument } from "../../src/instrument/index.js";

type Input = Parameters<typeof instrument>[0];
export type Instrumented = ReturnType<typeof instrument>;

export function instrumented(source: string, more: Partial<Input> = {}): Instrumented {
  const input: Input = {
    source,
    path: "/program.js",
    lang: "js",
    goal: "script",
    dependency: null,
    countOnly: false,
    ...more,
  };
  return instrument(input);
}

/** The call that hands the site table to the runtime. */
const HEADER = /\$aT\.file\(\$aT\$base,'(?:[^'\\]|\\.)*'\);/;

export function readable({ code, table }: Instrumented): string {
  const text = code.replace(HEADER, "").replaceAll("$aT$base+", "");
  const sites = table.sites.map(({ line, column, kind, fn, text: of }, i) => {
    return `// ${i} ${kind} ${line}:${column}${fn === "" ? "" : ` in ${fn}`}: ${of}`;
  });
  return [text.replace(/\n$/, ""), ...sites, ""].join("\n");
}
