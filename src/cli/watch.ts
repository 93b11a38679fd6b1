/** `alloc-trace watch <script>`: runs it again whenever a file that it loaded changes, and says what that changed. */
import { statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Report } from "../report/index.js";
import type { CommandModule } from "./commands.js";
import type { Ending, Host } from "./host.js";
import { quote } from "./quote.js";
import { addRunOptions, typedSettings } from "./run-options.js";
import { runScript } from "./run-script.js";
import type { Settings } from "./settings.js";

/** Looking is cheaper than being told, and misses no editor's way of saving. */
const LOOK_EVERY_MS = 250;
const CHANGES_SHOWN = 10;

export const build: CommandModule["build"] = (command, host, finish) => {
  addRunOptions(
    command
      .description("Runs a script again whenever a file that it loaded changes, and says what that changed.")
      .usage("[options] <script> [script arguments…]")
      .argument("<script>", "the script to run")
      .argument("[args...]", "arguments for the script")
      .passThroughOptions()
      .helpOption("-h, --help", "print this help"),
  ).action(async (script: string, args: string[]) => {
    finish(await watch(host, typedSettings(command), script, args));
  });
};

async function watch(host: Host, flags: Partial<Settings>, script: string, args: readonly string[]): Promise<Ending> {
  let before: Report | null = null;
  let files: readonly string[] = [];
  for (;;) {
    const runs: Report[] = [];
    // What is saved while it runs counts as well.
    const from = stateOf(files);
    const ending = await runScript(host, flags, script, args, (report, loaded) => {
      runs.push(report);
      files = loaded;
    });
    if ("signal" in ending && ending.signal === "SIGINT") return ending;
    const [now] = runs;
    if (before !== null && now !== undefined) host.stderr.write(`${changes(before, now).join("\n")}\n`);
    before = now ?? before;
    host.stderr.write(`watching ${files.length} ${files.length === 1 ? "file" : "files"}; Ctrl-C ends\n`);
    if (!(await nextChange(files, from, host))) return { signal: "SIGINT" };
  }
}

/** False when Ctrl-C came first. */
async function nextChange(
  files: readonly string[],
  known: ReadonlyMap<string, string>,
  host: Pick<Host, "on" | "off">,
): Promise<boolean> {
  let interrupted = false;
  const onInterrupt = (): void => {
    interrupted = true;
  };
  host.on("SIGINT", onInterrupt);
  host.on("SIGTERM", onInterrupt);
  try {
    const from = new Map([...stateOf(files), ...known]);
    while (!interrupted) {
      for (const [file, state] of stateOf(files)) if (from.get(file) !== state) return true;
      await sleep(LOOK_EVERY_MS);
    }
    return false;
  } finally {
    host.off("SIGINT", onInterrupt);
    host.off("SIGTERM", onInterrupt);
  }
}

function stateOf(files: readonly string[]): Map<string, string> {
  return new Map(
    files.map((file) => {
      const stat = statSync(file, { throwIfNoEntry: false });
      return [file, stat ? `${stat.mtimeMs} ${stat.size} ${stat.ino}` : "none"];
    }),
  );
}

/** By site, which keeps its key when lines around it move; the largest changes first. */
function changes(before: Report, now: Report): string[] {
  const old = new Map(before.sites.map((site) => [site.key, site]));
  const found = now.sites.map((site) => ({ at: site, was: old.get(site.key)?.allocated ?? 0, is: site.allocated }));
  const kept = new Set(now.sites.map((site) => site.key));
  const gone = before.sites.filter((site) => !kept.has(site.key));
  const all = [...found, ...gone.map((site) => ({ at: site, was: site.allocated, is: 0 }))]
    .filter(({ was, is }) => was !== is)
    .sort((a, b) => Math.abs(b.is - b.was) - Math.abs(a.is - a.was));
  if (all.length === 0) return ["since the last run: no line makes more or fewer arrays"];
  const shown = all.slice(0, CHANGES_SHOWN).map(({ at, was, is }) => {
    // Two of one line are told apart.
    const alike = all.some(({ at: other }) => other !== at && other.file === at.file && other.line === at.line);
    const place = quote(`${at.file}:${at.line}${alike ? `:${at.column}` : ""}`).slice(1, -1);
    return `  ${place}  ${was.toLocaleString("en-US")} → ${is.toLocaleString("en-US")} arrays`;
  });
  const more = all.length > CHANGES_SHOWN ? [`  and ${all.length - CHANGES_SHOWN} more`] : [];
  return ["since the last run:", ...shown, ...more];
}
