/**
 * A token bucket: `burst` at once, `perSecond` on the long run. The time is an argument, so that tests need no clock.
 * Heavy messages take more than one token.
 */
export class TokenBucket {
  private tokens: number
  private at: number

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
    now: number,
  ) {
    this.tokens = burst
    this.at = now
  }

  /** Takes the tokens and gives 0, or takes none and gives the milliseconds until there are enough. */
  take(now: number, weight = 1): number {
    this.tokens = Math.min(this.burst, this.tokens + (Math.max(0, now - this.at) * this.perSecond) / 1000)
    this.at = now
    const wanted = Math.min(weight, this.burst)
    if (this.tokens >= wanted) {
      this.tokens -= wanted
      return 0
    }
    return Math.ceil(((wanted - this.tokens) * 1000) / this.perSecond)
  }

  /** Whether it is full again, so that forgetting it changes nothing. */
  rested(now: number): boolean {
    return this.tokens + ((now - this.at) * this.perSecond) / 1000 >= this.burst
  }
}

/** One bucket for each key, the rested ones forgotten, so that many keys do not fill the memory. */
export class TokenBuckets {
  private readonly buckets = new Map<string, TokenBucket>()

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
    private readonly most: number,
  ) {}

  take(key: string, now: number, weight = 1): number {
    let bucket = this.buckets.get(key)
    if (!bucket) {
      if (this.buckets.size >= this.most) this.forget(now)
      // Many keys flood the server, so newcomers wait.
      if (this.buckets.size >= this.most) return 1000
      bucket = new TokenBucket(this.burst, this.perSecond, now)
      this.buckets.set(key, bucket)
    }
    return bucket.take(now, weight)
  }

  private forget(now: number): void {
    for (const [key, bucket] of this.buckets) if (bucket.rested(now)) this.buckets.delete(key)
  }
}
