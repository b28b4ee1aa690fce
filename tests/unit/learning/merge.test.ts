import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  carriedProgress,
  doneAlone,
  isMastered,
  mergedProgress,
  noProgress,
  progressAfter,
  rungOf,
  towardsMastery,
} from '@/lib/learning'
import { dayMs } from '@/lib/learning/reviews'
import type { Progress, RungProgress } from '@/lib/protocol/learn-progress'
import { CarriedProgress } from '@/lib/protocol/learner'
import { anyGo, eventsOf, slugs, type TimedGo, timed } from './events'

const after = (goes: readonly TimedGo[], from: Progress = noProgress): Progress =>
  goes.flatMap(eventsOf).reduce(progressAfter, from)

/** What somebody really came to. */
const worked: fc.Arbitrary<Progress> = fc.array(anyGo, { maxLength: 25 }).map(goes => after(timed(goes)))

const few = fc.constantFrom(0, 1, 2, 3)
const time = fc.constantFrom(0, 1, dayMs, 3 * dayMs, 4 * dayMs, 30 * dayMs)
const seed = fc.constantFrom(null, 0, 1, 2)

/** Anything that a file may say, also what nobody comes to. */
const claimedRung: fc.Arbitrary<RungProgress> = fc
  .record({
    run: fc.option(fc.record({ seed, filled: few, missed: fc.boolean() })),
    finished: few,
    filled: fc.option(few),
    clean: fc.array(seed, { maxLength: 4 }),
    mastered: fc.option(fc.record({ masteredAt: time, dueAt: time })),
    stage: fc.constantFrom(0, 1, 2, 3, 4, 20),
    lastAt: time,
  })
  .map(({ mastered, ...rung }) => ({ ...rung, ...(mastered ?? { masteredAt: null, dueAt: null }) }))
const claimed: fc.Arbitrary<Progress> = fc.record({
  rungs: fc.dictionary(fc.constantFrom('links', 'product', 'constructor'), claimedRung, {
    noNullPrototype: true,
  }),
  items: few,
})
const any = fc.oneof(worked, claimed)

test('what devices know comes to the same in any order, any grouping and any number of times', () => {
  fc.assert(
    fc.property(any, any, any, (a, b, c) => {
      expect(mergedProgress(a, a)).toEqual(a)
      expect(mergedProgress(a, b)).toEqual(mergedProgress(b, a))
      expect(mergedProgress(mergedProgress(a, b), c)).toEqual(mergedProgress(a, mergedProgress(b, c)))
      expect(mergedProgress(a, noProgress)).toEqual(a)
      const both = mergedProgress(a, b)
      expect(mergedProgress(both, a)).toEqual(both)
    }),
    { numRuns: 150 },
  )
})

test('nothing that was reached on either device is lost', () => {
  fc.assert(
    fc.property(any, any, (a, b) => {
      const both = mergedProgress(a, b)
      for (const one of [a, b]) {
        expect(both.items).toBeGreaterThanOrEqual(one.items)
        expect(doneAlone(both, slugs)).toBeGreaterThanOrEqual(doneAlone(one, slugs))
        for (const [slug, rung] of Object.entries(one.rungs)) {
          const merged = rungOf(both, slug)
          expect(merged?.finished).toBeGreaterThanOrEqual(rung.finished)
          expect(towardsMastery(merged)).toBeGreaterThanOrEqual(Math.min(towardsMastery(rung), 2))
          if (isMastered(rung)) {
            expect(merged?.masteredAt).toBeLessThanOrEqual(rung.masteredAt ?? 0)
            expect(merged?.dueAt).not.toBeNull()
          }
        }
      }
      expect(new Set(Object.keys(both.rungs))).toEqual(
        new Set([...Object.keys(a.rungs), ...Object.keys(b.rungs)]),
      )
    }),
    { numRuns: 300 },
  )
})

test('what was carried arrives as it was, and leaves the open runs of both devices where their answers are', () => {
  fc.assert(
    fc.property(worked, worked, (here, there) => {
      const carried = carriedProgress(there)
      expect(CarriedProgress.parse(JSON.parse(JSON.stringify(carried)))).toEqual(carried)
      expect(mergedProgress(noProgress, carried)).toEqual(carried)
      const both = mergedProgress(here, carried)
      for (const slug of slugs)
        expect(rungOf(both, slug)?.run ?? null).toEqual(rungOf(here, slug)?.run ?? null)
    }),
  )
})

test('the device on which a rung was done last says when it returns', () => {
  fc.assert(
    fc.property(fc.array(anyGo, { maxLength: 25 }), fc.array(anyGo, { maxLength: 10 }), (early, late) => {
      const goes = timed([...early, ...late])
      const first = after(goes.slice(0, early.length))
      // The second device goes on from what the first one had, and both come together again.
      const second = after(goes.slice(early.length), carriedProgress(first))
      const both = mergedProgress(first, carriedProgress(second))
      for (const slug of slugs) {
        const [there, merged] = [rungOf(second, slug), rungOf(both, slug)]
        expect(merged?.masteredAt).toEqual(there?.masteredAt)
        expect(merged?.dueAt).toEqual(there?.dueAt)
        expect(merged?.stage).toEqual(there?.stage)
      }
    }),
    { numRuns: 200 },
  )
})

test('a worked example that was read is not something done alone', () => {
  const go = { rung: 'links', misses: [], left: false, after: 1, at: 1 } as const
  const read = after([{ ...go, seed: null, filled: 4 }])
  expect(doneAlone(read, slugs)).toBe(0)
  const done = after([{ ...go, seed: 3, filled: 2 }], read)
  expect(doneAlone(done, ['links', 'links', 'constructor'])).toBe(1)
  expect(doneAlone(done, ['product'])).toBe(0)
})
