/**
 * Typed arrays of kinds of their own. The program's get stamps, and V8 then looks at every access to any array of that kind which of the
 * two it is; a constant of a kind that never changes is not looked at (`BuildCheckMaps` in V8's src/compiler/property-access-builder.cc).
 *
 * Constructors are written out: those that are left out go over their arguments by the array iterator, which may be the program's.
 */
export class Numbers extends Float64Array<SharedArrayBuffer> {
  constructor(memory: SharedArrayBuffer, from: number, length: number) {
    super(memory, from, length);
  }
}

export class Integers extends Int32Array<SharedArrayBuffer> {
  constructor(memory: SharedArrayBuffer, from: number, length: number) {
    super(memory, from, length);
  }
}

export class Flags extends Uint8Array<SharedArrayBuffer> {
  constructor(memory: SharedArrayBuffer, from: number, length: number) {
    super(memory, from, length);
  }
}
