/**
 * DHAT's file, version 2, for `dh_view.html` of Valgrind, whose `dhat/dh_main.c` describes it.
 *
 * DHAT's own lifetime figures (bytes at the global maximum, at the end) are not known here, so `bklt` is false and the
 * viewer shows totals.
 */
import { jsonText } from "../json.js";
import type { Report } from "../report.js";
import { stacksOf } from "../stacks.js";
import { visible } from "../visible.js";

export function renderDhat(report: Report): string {
  const table = ["[root]"];
  const known = new Map<string, number>();
  const indexOf = (frame: string): number => {
    const found = known.get(frame);
    if (found !== undefined) return found;
    known.set(frame, table.length);
    return table.push(frame) - 1;
  };
  const points = stacksOf(report).map(({ frames, expression }) => ({
    tb: expression.bytes,
    tbk: expression.allocated,
    // Innermost first.
    fs: frames
      .toReversed()
      .flatMap(({ function: name, file, line, column, text }) => [
        indexOf(`${text} (${file}:${line}:${column})`),
        indexOf(`${name} (${file})`),
      ]),
  }));
  return jsonText({
    dhatFileVersion: 2,
    mode: "alloc-trace",
    verb: "Allocated",
    bklt: false,
    bkacc: false,
    bu: "byte",
    bsu: "bytes",
    bksu: "arrays",
    // The clock is the number of arrays made so far.
    tu: "arrays",
    Mtu: "Marrays",
    cmd: visible(report.script),
    // The format wants one; several may be summed here, and the report holds none.
    pid: 0,
    te: report.totals.allocated,
    pps: points,
    ftbl: table,
  });
}
