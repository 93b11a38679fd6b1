/** The table of natives as `docs/lifetimes.md` shows it. */
import { FUNCTIONS, GLOBALS, METHODS, type NativeCall, Take } from "../../src/instrument/natives.js";

const TAKES: [NativeCall["take"], string][] = [
  [Take.Read, "reads its receiver and arguments"],
  [Take.Keep, "reads its receiver, keeps its arguments without reading them"],
  [Take.Deep, "reads its receiver and arguments and all that they hold"],
];

export function nativesTable(): string {
  const all = [
    ...[...METHODS].map(([name, call]) => ({ name: `.${name}`, call })),
    ...[...FUNCTIONS, ...GLOBALS].map(([name, call]) => ({ name, call })),
  ];
  const names = (fits: (call: NativeCall) => boolean): string => {
    const found = all.filter(({ call }) => fits(call)).map(({ name }) => `\`${name}\``);
    return [...new Set(found)].sort().join(" ");
  };
  const rows = [
    ...TAKES.map(([take, what]) => `| ${what} | ${names((call) => call.take === take)} |`),
    `| has its tick reserved, as it may call back | ${names(({ early }) => early)} |`,
    `| gives arrays inside of its result | ${names(({ nested }) => nested)} |`,
  ];
  return ["| what it does | natives |", "|---|---|", ...rows].join("\n");
}
