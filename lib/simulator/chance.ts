import { Stream } from '@/lib/exercise/variant/stream'

/** What somebody does by chance, decided by a seed and by what it is about: the same for ever. */
export class Chance {
  private constructor(private readonly stream: Stream) {}

  static of(seed: number): Chance {
    return new Chance(Stream.of(seed))
  }

  /** Chances about something else: independent of these, and of how many of these were taken. */
  about(what: string): Chance {
    return new Chance(this.stream.at(what))
  }

  /** From 0 to just below 1, evenly. */
  share(): number {
    return this.stream.word() / 2 ** 32
  }

  happens(probability: number): boolean {
    return this.share() < probability
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.share()
  }

  /** One of them, the first ones rather than the last: the minimum of two even draws. Undefined of none. */
  early<T>(list: readonly T[]): T | undefined {
    const at = () => Number(this.stream.below(BigInt(list.length)))
    return list[Math.min(at(), at())]
  }

  /** One of them, each as likely. Undefined of none. */
  any<T>(list: readonly T[]): T | undefined {
    return list[Number(this.stream.below(BigInt(list.length)))]
  }
}
