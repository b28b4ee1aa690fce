import { type ChaChaKey, chachaBlock } from './chacha'

const noNonce: Uint32Array = new Uint32Array(3)
/** Part of every root key. A new way of drawing gets a new number here, and with it new streams. */
const generation = 1

/**
 * A stream of random words that is decided by a seed and a path of labels (docs/decisions, "Random numbers by name"). Streams
 * with different labels have nothing to do with each other, however near their seeds are.
 */
export class Stream {
  private block: Uint32Array = noNonce
  private counter = 0
  private next = 0

  private constructor(private readonly key: ChaChaKey) {}

  /** `seed`: an integer from 0 to 2^53 - 1; another one is the caller's bug. */
  static of(seed: number): Stream {
    if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`${seed} is no seed`)
    return new Stream(Uint32Array.of(seed % 2 ** 32, Math.floor(seed / 2 ** 32), generation, 0, 0, 0, 0, 0))
  }

  /**
   * The stream of a label below this one. The label's bytes go in twelve at a time, each piece with the count of bytes still
   * to come, so that no two labels make the same sequence of pieces.
   */
  at(label: string): Stream {
    const bytes = new TextEncoder().encode(label)
    let key = this.key
    for (let from = 0; from === 0 || from < bytes.length; from += 12) {
      const piece = new Uint32Array(3)
      for (let i = 0; i < 12; i += 1) {
        const place = Math.floor(i / 4)
        piece[place] = (piece[place] ?? 0) | ((bytes[from + i] ?? 0) << (8 * (i % 4)))
      }
      key = chachaBlock(key, bytes.length - from, piece).slice(0, 8)
    }
    return new Stream(key)
  }

  /** The next 32 bits. */
  word(): number {
    if (this.next === this.block.length || this.block === noNonce) {
      this.block = chachaBlock(this.key, this.counter, noNonce)
      this.counter += 1
      this.next = 0
    }
    this.next += 1
    return this.block[this.next - 1] ?? 0
  }

  /**
   * An integer from 0 to `count - 1`, each as likely as any other: as many bits as `count - 1` has, drawn anew while they
   * are too large, which is less than half of the time.
   */
  below(count: bigint): bigint {
    const highest = count - 1n
    if (highest <= 0n) return 0n
    const bits = highest.toString(2).length
    const mask = 0xffffffff >>> ((32 - (bits % 32)) % 32)
    for (;;) {
      let value = BigInt((this.word() & mask) >>> 0)
      for (let more = Math.ceil(bits / 32); more > 1; more -= 1) value = (value << 32n) | BigInt(this.word())
      if (value <= highest) return value
    }
  }
}
