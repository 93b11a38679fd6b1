/** The one entry of the program: finds the command, runs it, and turns what it throws into a sentence and a code. */
import { commands } from "./commands.js";
import type { Ending, Host } from "./host.js";
import { runScript } from "./run-script.js";
import { EXIT, UserError } from "./user-error.js";

export async function main(host: Host): Promise<Ending> {
  ignoreClosedPipes(host);
  try {
    return await dispatch(host);
  } catch (error) {
    if (error instanceof UserError) {
      host.stderr.write(`alloc-trace: ${error.message}; ${error.mend}\n`);
      return { code: error.exitCode };
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    host.stderr.write(`alloc-trace: internal error, please report it\n${stack}\n`);
    return { code: EXIT.internal };
  }
}

async function dispatch(host: Host): Promise<Ending> {
  const typed = host.argv.slice(2);
  const [first, ...rest] = typed;
  // The plainest call needs no parser, and Commander would be a third of our own start-up.
  if (first !== undefined && first !== "" && !first.startsWith("-") && !Object.hasOwn(commands, first)) {
    return runScript(host, {}, first, rest);
  }
  const { runCommandLine } = await import("./command-line.js");
  return runCommandLine(host, typed);
}

/** `alloc-trace --json s.ts | head` ends quietly when `head` has seen enough. */
function ignoreClosedPipes(host: Host): void {
  for (const stream of [host.stdout, host.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}
