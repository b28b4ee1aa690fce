import { describe, expect, test } from 'vitest'
import { TokenBucket, TokenBuckets } from '@/lib/server/realtime/wire/token-bucket'

describe('token bucket', () => {
  test('a burst at once, then so many a second, and it says how long to wait', () => {
    const bucket = new TokenBucket(3, 2, 0)
    expect([0, 0, 0].map(now => bucket.take(now))).toEqual([0, 0, 0])
    expect(bucket.take(0)).toBe(500)
    expect(bucket.take(499)).toBeGreaterThan(0)
    expect(bucket.take(500)).toBe(0)
    expect(bucket.take(500)).toBe(500)
  })

  test('what weighs more than the burst passes when the bucket is full', () => {
    const bucket = new TokenBucket(4, 1, 0)
    expect(bucket.take(0, 100)).toBe(0)
    expect(bucket.take(0, 1)).toBe(1000)
  })

  test('a clock that goes back gives no tokens', () => {
    const bucket = new TokenBucket(1, 1, 1000)
    expect(bucket.take(1000)).toBe(0)
    expect(bucket.take(0)).toBeGreaterThan(0)
  })

  test('many keys do not fill the memory: rested ones go, and else newcomers wait', () => {
    const buckets = new TokenBuckets(1, 1, 2)
    expect([buckets.take('a', 0), buckets.take('b', 0), buckets.take('c', 0)]).toEqual([0, 0, 1000])
    expect(buckets.take('c', 5000)).toBe(0)
  })
})
