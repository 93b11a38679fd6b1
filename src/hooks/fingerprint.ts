/**
 * MurmurHash3_x86_128 (Austin Appleby, https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp) over bytes,
 * and over the UTF-16 units of texts. It tells entries of our own cache apart and finds damage; it keeps no secret. Node's
 * `crypto` has better ones, and takes longer to load than a small program to run.
 */
const { imul } = Math;
const [C1, C2, C3, C4] = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93] as const;
/** Bytes of a block. */
const BLOCK = 16;

/** Where texts become bytes, some of them at a time. */
const BYTES = 1 << 15;
const bytes = Buffer.alloc(BYTES);
const words = wordsOf(bytes);

/** 24 hex digits: accidental collisions are out of the question, and a file's name stays short. */
export function fingerprint(...parts: readonly (string | Buffer)[]): string {
  const state = Int32Array.of(C1, C2, C3, C4);
  for (const part of parts) {
    if (typeof part === "string") takeText(state, part);
    else takeBytes(state, part);
    finishPart(state, part.length);
  }
  let text = "";
  for (let i = 0; i < 3; i++) text += ((state[i] as number) >>> 0).toString(16).padStart(8, "0");
  return text;
}

function takeText(state: Int32Array, text: string): void {
  const most = BYTES / 2;
  for (let at = 0; at < text.length; at += most) {
    const some = text.length <= most ? text : text.slice(at, at + most);
    const end = bytes.write(some, 0, "utf16le");
    take(state, words, filled(end) / 4);
  }
}

function takeBytes(state: Int32Array, from: Buffer): void {
  const whole = from.length - (from.length % BLOCK);
  // A view of whole words begins at one.
  const aligned = from.byteOffset % 4 === 0 ? from : Buffer.concat([from]);
  take(state, wordsOf(aligned), whole / 4);
  if (whole === from.length) return;
  const end = from.copy(bytes, 0, whole);
  take(state, words, filled(end) / 4);
}

/** What is left over is a block filled up; the length tells it from one that ends so. */
function filled(end: number): number {
  const blocks = Math.ceil(end / BLOCK) * BLOCK;
  bytes.fill(0, end, blocks);
  return blocks;
}

function wordsOf({ buffer, byteOffset, length }: Buffer): Int32Array {
  return new Int32Array(buffer, byteOffset, length >> 2);
}

/** Whole blocks. */
function take(state: Int32Array, words: Int32Array, count: number): void {
  let h1 = state[0] as number;
  let h2 = state[1] as number;
  let h3 = state[2] as number;
  let h4 = state[3] as number;
  for (let i = 0; i < count; i += 4) {
    h1 ^= imul(rotate(imul(words[i] as number, C1), 15), C2);
    h1 = (imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
    h2 ^= imul(rotate(imul(words[i + 1] as number, C2), 16), C3);
    h2 = (imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
    h3 ^= imul(rotate(imul(words[i + 2] as number, C3), 17), C4);
    h3 = (imul((rotate(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
    h4 ^= imul(rotate(imul(words[i + 3] as number, C4), 18), C1);
    h4 = (imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
  }
  state[0] = h1;
  state[1] = h2;
  state[2] = h3;
  state[3] = h4;
}

/** The state after a part of so many units or bytes. */
function finishPart(state: Int32Array, length: number): void {
  let h1 = (state[0] as number) ^ length;
  let h2 = (state[1] as number) ^ length;
  let h3 = (state[2] as number) ^ length;
  let h4 = (state[3] as number) ^ length;
  const sum = (h1 + h2 + h3 + h4) | 0;
  h1 = finish((h1 + sum) | 0);
  h2 = finish((h2 + sum) | 0);
  h3 = finish((h3 + sum) | 0);
  h4 = finish((h4 + sum) | 0);
  const all = (h1 + h2 + h3 + h4) | 0;
  state[0] = (h1 + all) | 0;
  state[1] = (h2 + all) | 0;
  state[2] = (h3 + all) | 0;
  state[3] = (h4 + all) | 0;
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function finish(value: number): number {
  let h = value;
  h = imul(h ^ (h >>> 16), 0x85ebca6b);
  h = imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
