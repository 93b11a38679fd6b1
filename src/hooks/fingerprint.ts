/**
 * MurmurHash3_x86_128 (Austin Appleby, https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp) over the
 * UTF-16 units of texts. It tells entries of our own cache apart and finds damage; it keeps no secret. Node's `crypto`
 * has better ones, and takes longer to load than a small program to run.
 */
const { imul } = Math;
const [C1, C2, C3, C4] = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93] as const;
/** Of a block, in units. */
const BLOCK = 8;
const FILL = "\0".repeat(BLOCK);

/** 24 hex digits: accidental collisions are out of the question, and a file's name stays short. */
export function fingerprint(...parts: readonly string[]): string {
  const state = Int32Array.of(C1, C2, C3, C4);
  for (const part of parts) {
    const rest = part.length % BLOCK;
    // What is left over is a block filled up; the length tells it from one that ends so.
    take(state, rest === 0 ? part : part + FILL.slice(rest), part.length);
  }
  let text = "";
  for (let i = 0; i < 3; i++) text += ((state[i] as number) >>> 0).toString(16).padStart(8, "0");
  return text;
}

/** The state after a text of whole blocks. */
function take(state: Int32Array, text: string, length: number): void {
  let h1 = state[0] as number;
  let h2 = state[1] as number;
  let h3 = state[2] as number;
  let h4 = state[3] as number;
  for (let i = 0; i < text.length; i += BLOCK) {
    const k1 = text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16);
    const k2 = text.charCodeAt(i + 2) | (text.charCodeAt(i + 3) << 16);
    const k3 = text.charCodeAt(i + 4) | (text.charCodeAt(i + 5) << 16);
    const k4 = text.charCodeAt(i + 6) | (text.charCodeAt(i + 7) << 16);
    h1 ^= imul(rotate(imul(k1, C1), 15), C2);
    h1 = (imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
    h2 ^= imul(rotate(imul(k2, C2), 16), C3);
    h2 = (imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
    h3 ^= imul(rotate(imul(k3, C3), 17), C4);
    h3 = (imul((rotate(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
    h4 ^= imul(rotate(imul(k4, C4), 18), C1);
    h4 = (imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
  }
  h1 ^= length;
  h2 ^= length;
  h3 ^= length;
  h4 ^= length;
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
