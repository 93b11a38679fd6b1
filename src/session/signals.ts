/** What the launching side does with signals while the script runs. */
import { closeSync, openSync } from "node:fs";

type SignalSource = Pick<NodeJS.Process, "on" | "off">;

export interface SignalActions {
  /** Whether the script handles it by itself. */
  handles(signal: NodeJS.Signals): boolean;
  /** Passes a signal on to the script. */
  pass(signal: NodeJS.Signals): void;
  /** The terminal has sent the script the same signal. */
  passed(signal: NodeJS.Signals): void;
  /** Ends the script at once: nobody waits for a report. */
  abandon(): void;
}

/**
 * One Ctrl-C can come twice at once: from the terminal, and from a launcher such as npx that passes it on. A script that
 * does not handle it is being ended already, so that there is time to tell the two apart.
 */
const SAME_PRESS_MS = 500;

/**
 * Keeps this process alive until the script has ended, so that its report can be printed.
 *
 * A terminal's Ctrl-C reaches every process of the foreground group, the script included: passing it on would
 * deliver it twice, which many programs take for "at once". Without a terminal only this process got it. SIGTERM and
 * SIGHUP are sent to one process, and passed on. A second Ctrl-C ends the script at once.
 *
 * @returns a function that takes the handlers away again
 */
export function followSignals(host: SignalSource, actions: SignalActions): () => void {
  let first: { at: number; thisTurn: boolean } | null = null;
  const onInterrupt = (): void => {
    if (first === null) {
      const press = { at: Date.now(), thisTurn: true };
      first = press;
      setImmediate(() => {
        press.thisTurn = false;
      });
      if (hasTerminal()) actions.passed("SIGINT");
      else actions.pass("SIGINT");
    } else if (actions.handles("SIGINT") ? !first.thisTurn : Date.now() - first.at >= SAME_PRESS_MS) {
      actions.abandon();
    }
  };
  const onTerminate = (): void => actions.pass("SIGTERM");
  const onHangUp = (): void => actions.pass("SIGHUP");
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
