/**
 * Traced runs of many programs on the Node that runs this: their sources as JSON on stdin, what came out as JSON on stdout.
 *
 *     node --import ./test/oracle/register.mjs test/oracle/traced-all.ts < sources.json
 */
import { availableParallelism } from "node:os";
import { text } from "node:stream/consumers";
import { inParallel } from "./children.js";
import { traced } from "./traced.js";

const sources = JSON.parse(await text(process.stdin)) as string[];
const runs = await inParallel(sources, availableParallelism(), (source) => traced(source));
process.stdout.write(JSON.stringify(runs.map((run) => ({ ...run, lines: [...run.lines] }))));
