/** `expand 32-byte k`, the constants of every ChaCha state. */
const constants = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574] as const

/** The words that one quarter round works on: the columns of the 4x4 state, then its diagonals. */
const quarters = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const

/** Eight 32-bit words. */
export type ChaChaKey = Uint32Array

/**
 * One block of ChaCha20 (RFC 8439, section 2.3): sixteen 32-bit words that look random and are the same for ever.
 * `nonce` holds three words; words are read from bytes with the lowest byte first.
 */
export function chachaBlock(key: ChaChaKey, counter: number, nonce: Uint32Array): Uint32Array {
  const start = Uint32Array.of(...constants, ...key, counter, ...nonce)
  const state = start.slice()
  for (let double = 0; double < 10; double += 1) {
    for (const [a, b, c, d] of quarters) quarterRound(state, a, b, c, d)
  }
  return state.map((word, at) => word + (start[at] ?? 0))
}

function quarterRound(state: Uint32Array, a: number, b: number, c: number, d: number): void {
  let [p, q, r, s] = [state[a] ?? 0, state[b] ?? 0, state[c] ?? 0, state[d] ?? 0]
  p = (p + q) | 0
  s = rotate(s ^ p, 16)
  r = (r + s) | 0
  q = rotate(q ^ r, 12)
  p = (p + q) | 0
  s = rotate(s ^ p, 8)
  r = (r + s) | 0
  q = rotate(q ^ r, 7)
  state[a] = p
  state[b] = q
  state[c] = r
  state[d] = s
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}
