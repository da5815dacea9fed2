/**
 * SHA-1 (FIPS 180-4), for the one place that still asks for it: the access key of a chip card (ICAO Doc 9303-11).
 * It runs without the platform's cryptography, so that the same reading works in a browser, off line, at once.
 * Never use it to sign or to protect anything.
 */
export function sha1(message: Uint8Array): Uint8Array {
  const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const padded = pad(message);
  const words = new Uint32Array(80);
  for (let at = 0; at < padded.byteLength; at += BLOCK_BYTES) mixBlock(state, words, padded, at);
  const digest = new DataView(new ArrayBuffer(20));
  for (const [at, word] of state.entries()) digest.setUint32(at * 4, word);
  return new Uint8Array(digest.buffer);
}

const BLOCK_BYTES = 64;

/** The message, one bit, zeros up to a whole block, and the length in bits. */
function pad(message: Uint8Array): DataView {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / BLOCK_BYTES) * BLOCK_BYTES);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(padded.length - 4, message.length << 3);
  return view;
}

const turn = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

function mixBlock(state: Uint32Array, words: Uint32Array, block: DataView, from: number): void {
  const word = (at: number): number => words[at] ?? 0;
  for (let at = 0; at < 80; at += 1) {
    words[at] =
      at < 16 ? block.getUint32(from + at * 4) : turn(word(at - 3) ^ word(at - 8) ^ word(at - 14) ^ word(at - 16), 1);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let at = 0; at < 80; at += 1) {
    const next = (turn(a, 5) + roundOf(at, b, c, d) + e + word(at)) | 0;
    [e, d, c, b, a] = [d, c, turn(b, 30), a, next];
  }
  for (const [at, added] of [a, b, c, d, e].entries()) state[at] = (state[at] ?? 0) + added;
}

function roundOf(at: number, b: number, c: number, d: number): number {
  if (at < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (at < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (at < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}
