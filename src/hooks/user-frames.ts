/** The user's own places on the stack, taken so that the program cannot tell. */
import type { UserFrame } from "../runtime/callers.js";
import { withOwnIteration } from "./own-iteration.js";
import type { Positions } from "./positions.js";
import type { CallSites } from "./stack.js";
import type { TextRecord } from "./text-positions.js";

/** The user's line is near the top in most programs; a library that recurses deeper is asked for all of its stack. */
const NEAR = 24;

/** Innermost first; null when the stack cannot be had. */
export function makeUserFrames(positions: Positions, callSites: CallSites): () => UserFrame[] | null {
  /** By script and raw position; null for what is not the user's. */
  const known = new Map<string, UserFrame | null>();

  const frameOf = (site: NodeJS.CallSite): UserFrame | null => {
    const script = site.getFileName();
    if (typeof script !== "string") return null;
    // A text may have the name of a file that was loaded as well.
    const text = positions.texts.standsForFiles ? positions.texts.of(site) : null;
    if (text?.file ? text.file.dependency !== null : !positions.isOwn(script)) return null;
    const line = site.getLineNumber();
    const column = site.getColumnNumber();
    if (line === null || column === null) return null;
    const waiting = site.isAsync();
    const key = `${script}:${line}:${column}:${waiting}:${text?.first ?? ""}`;
    let frame = known.get(key);
    if (frame === undefined) {
      const found = withOwnIteration(() =>
        text?.file ? textPlace(positions, text, line, column) : place(positions, script, line, column),
      );
      frame = found && { ...found, waiting };
      known.set(key, frame);
    }
    return frame;
  };

  const framesOf = (sites: NodeJS.CallSite[]): UserFrame[] => {
    const frames: UserFrame[] = [];
    for (let i = 0; i < sites.length; i++) {
      const frame = frameOf(sites[i] as NodeJS.CallSite);
      if (frame !== null) frames[frames.length] = frame;
    }
    return frames;
  };

  return () => {
    try {
      const near = callSites(NEAR);
      if (near === null) return null;
      const frames = framesOf(near);
      if (frames.length > 0 || near.length < NEAR) return frames;
      return framesOf(callSites(Number.POSITIVE_INFINITY) ?? []);
    } catch {
      // Close to the stack's end.
      return null;
    }
  };
}

type Place = Omit<UserFrame, "waiting">;

function place(positions: Positions, script: string, line: number, column: number): Place | null {
  const path = positions.pathOf(script);
  const at = positions.map(script, line, column);
  if (path === null || at === null) return null;
  return { path, ...at, text: expressionAt(positions.sourceLine(path, at.line) ?? "", at.column - 1) };
}

function textPlace(positions: Positions, record: TextRecord, line: number, column: number): Place | null {
  const at = positions.texts.inFile(record, line, column);
  return at && { ...at, text: expressionAt(record.file?.lines[at.line - 1] ?? "", at.column - 1) };
}

/** A property with what it is read from (`m.T`); for anything else the line. */
function expressionAt(line: string, column: number): string {
  const before = /[\w$.]*$/.exec(line.slice(0, column))?.[0] ?? "";
  const name = /^[\w$]+/.exec(line.slice(column))?.[0] ?? "";
  const text = name === "" || before === "" ? line.trim() : before + name;
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
