import { Stream } from '@/lib/exercise/variant/stream'

/** What somebody does by chance. A seed and a subject decide it, so that it is the same for ever. */
export class Chance {
  private constructor(private readonly stream: Stream) {}

  static of(seed: number): Chance {
    return new Chance(Stream.of(seed))
  }

  /** Chances about another subject, independent of these and of how many of these were taken. */
  about(what: string): Chance {
    return new Chance(this.stream.at(what))
  }

  /** A number from 0 to just below 1, evenly spread. */
  share(): number {
    return this.stream.word() / 2 ** 32
  }

  happens(probability: number): boolean {
    return this.share() < probability
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.share()
  }

  /** One of them, more likely an early one: the minimum of two even draws. Undefined where there are none. */
  early<T>(list: readonly T[]): T | undefined {
    const at = () => Number(this.stream.below(BigInt(list.length)))
    return list[Math.min(at(), at())]
  }

  /** One of them, all equally likely. Undefined where there are none. */
  any<T>(list: readonly T[]): T | undefined {
    return list[Number(this.stream.below(BigInt(list.length)))]
  }
}
