/**
 * What a thread knows beside its tables, told to the watcher as it comes to be: groups, files, what was instrumented.
 *
 * A log in shared memory, of one writer, that grows at its end: no message waits for anybody's event loop, and the
 * watcher reads it while the thread sits in a loop or is no more.
 */
import type { Group } from "../runtime/groups.js";
import type { Record } from "./emit.js";

export type Note =
  | { group: Group; index: number }
  | { first: number; file: string }
  | { seen: Pick<Record, "path" | "why"> };

/** Pages that nobody writes cost address space alone. */
const CAPACITY = 128 * 2 ** 20;
const HEADER_BYTES = 8;
/** Words of the header: the end of what is written, and whether a note found no room. */
const END = 0;
const FULL = 1;

export class Journal {
  private readonly header: Int32Array;
  private readonly bytes: Buffer;

  constructor(readonly memory = new SharedArrayBuffer(CAPACITY)) {
    this.header = new Int32Array(memory, 0, 2);
    this.bytes = Buffer.from(memory, HEADER_BYTES);
  }

  write(note: Note): void {
    const { header, bytes } = this;
    const text = JSON.stringify(note);
    const end = header[END] as number;
    const length = Buffer.byteLength(text);
    if (end + 4 + length > bytes.length) {
      header[FULL] = 1;
      return;
    }
    bytes.writeUInt32LE(length, end);
    bytes.write(text, end + 4);
    Atomics.store(header, END, end + 4 + length);
  }

  get full(): boolean {
    return this.header[FULL] === 1;
  }

  /** Hands over what was written since `from`; returns where to go on. */
  read(from: number, each: (note: Note) => void): number {
    const end = Atomics.load(this.header, END);
    let at = from;
    while (at < end) {
      const length = this.bytes.readUInt32LE(at);
      each(JSON.parse(this.bytes.toString("utf8", at + 4, at + 4 + length)) as Note);
      at += 4 + length;
    }
    return end;
  }
}
