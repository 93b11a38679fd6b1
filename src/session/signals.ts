/** What the launching side does with signals while the script runs. */
import type { ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";

type SignalSource = Pick<NodeJS.Process, "on" | "off">;

/**
 * Keeps this process alive until the script has ended, so that its report can be printed.
 *
 * A terminal's Ctrl-C reaches every process of the foreground group, the script included: passing it on would
 * deliver it twice, which many programs take for "at once". Without a terminal only this process got it. SIGTERM and
 * SIGHUP are sent to one process, and passed on. A second Ctrl-C ends the script at once; `abandon` is then called.
 *
 * @returns a function that takes the handlers away again
 */
export function followSignals(child: ChildProcess, host: SignalSource, abandon: () => void): () => void {
  let interrupts = 0;
  const onInterrupt = (): void => {
    interrupts++;
    if (interrupts === 1) {
      if (!hasTerminal()) child.kill("SIGINT");
      return;
    }
    abandon();
    child.kill("SIGKILL");
  };
  const onTerminate = (): void => {
    child.kill("SIGTERM");
  };
  const onHangUp = (): void => {
    child.kill("SIGHUP");
  };
  host.on("SIGINT", onInterrupt);
  host.on("SIGTERM", onTerminate);
  host.on("SIGHUP", onHangUp);
  return () => {
    host.off("SIGINT", onInterrupt);
    host.off("SIGTERM", onTerminate);
    host.off("SIGHUP", onHangUp);
  };
}

/** Only a process with a controlling terminal can open it: https://man7.org/linux/man-pages/man4/tty.4.html */
function hasTerminal(): boolean {
  if (process.platform === "win32") return true;
  try {
    closeSync(openSync("/dev/tty", "r"));
    return true;
  } catch {
    return false;
  }
}
