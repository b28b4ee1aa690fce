import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cleanRuns,
  dueRungs,
  filledNext,
  isMastered,
  nextItem,
  noProgress,
  progressAfter,
  rungOf,
  towardsMastery,
} from '@/lib/learning'
import { dayMs } from '@/lib/learning/reviews'
import { Progress } from '@/lib/protocol/learn-progress'
import { anyGo, eventsOf, type Go, missedIn, slugs, stepCount, type TimedGo, timed } from './events'

const after = (goes: readonly TimedGo[], from: Progress = noProgress): Progress =>
  goes.flatMap(eventsOf).reduce(progressAfter, from)

/** What a rung's goes come to, told from their list as a whole and not one by one. */
function oracle(goes: readonly TimedGo[]) {
  // Numbers that are begun again as they were left are the same go, with what was missed in it.
  const missedBefore = (at: number): boolean => {
    const [go, before] = [goes[at], goes[at - 1]]
    if (!go || !before?.left || before.seed !== go.seed || before.filled !== go.filled) return false
    return missedIn(before) || missedBefore(at - 1)
  }
  const judged = goes.map((go, at) => ({
    go,
    missed: missedIn(go) || missedBefore(at),
    clean: !go.left && go.filled === 0 && !missedIn(go) && !missedBefore(at),
  }))
  let since = 0
  let mastered: number | null = null
  judged.forEach(({ missed }, at) => {
    if (mastered !== null) return
    if (missed) since = at + 1
    const seeds = new Set(judged.slice(since, at + 1).flatMap(({ go, clean }) => (clean ? [go.seed] : [])))
    if (seeds.size >= cleanRuns) mastered = at
  })
  if (mastered === null) return { masteredAt: null, dueAt: null }
  let days = 1
  let due = (judged[mastered]?.go.at ?? 0) + dayMs
  judged.forEach(({ go, clean }, at) => {
    if (mastered === null || at <= mastered) return
    // A go that was missed before it was left is not missed a second time.
    if (missedIn(go) && !missedBefore(at)) {
      days = 1
      due = go.at + dayMs
    }
    if (!clean) return
    if (go.at >= due) days = days === 1 ? 3 : days === 3 ? 7 : 21
    due = go.at + days * dayMs
  })
  return { masteredAt: judged[mastered]?.go.at ?? null, dueAt: due }
}

test('a rung is mastered, and returns, as the list of all goes says', () => {
  fc.assert(
    fc.property(fc.array(anyGo, { maxLength: 40 }).map(timed), goes => {
      const progress = after(goes)
      for (const rung of slugs) {
        const known = rungOf(progress, rung)
        const { masteredAt, dueAt } = oracle(goes.filter(go => go.rung === rung))
        expect(known?.masteredAt ?? null).toBe(masteredAt)
        expect(known?.dueAt ?? null).toBe(dueAt)
      }
    }),
  )
})

test('rungs do not know of each other', () => {
  fc.assert(
    fc.property(fc.array(anyGo, { maxLength: 30 }).map(timed), goes => {
      const all = after(goes)
      for (const rung of slugs) {
        expect(rungOf(all, rung)).toEqual(rungOf(after(goes.filter(go => go.rung === rung)), rung))
      }
    }),
  )
})

test('nothing that was filled in or given up counts, and every miss begins the count anew', () => {
  fc.assert(
    fc.property(fc.array(anyGo, { maxLength: 30 }).map(timed), goes => {
      const helped = goes.map((go): TimedGo => ({ ...go, filled: Math.max(1, go.filled) }))
      for (const rung of slugs) expect(isMastered(rungOf(after(helped), rung))).toBe(false)
      const missed = goes.map(
        (go): TimedGo => ({ ...go, filled: 0, misses: ['given-up', ...go.misses.slice(1)] }),
      )
      for (const rung of slugs) expect(towardsMastery(rungOf(after(missed), rung))).toBe(0)
    }),
  )
})

test('what is mastered stays so, whatever comes', () => {
  fc.assert(
    fc.property(fc.array(anyGo, { maxLength: 40 }).map(timed), goes => {
      let progress = noProgress
      const mastered = new Set<string>()
      for (const event of goes.flatMap(eventsOf)) {
        progress = progressAfter(progress, event)
        for (const rung of slugs) if (isMastered(rungOf(progress, rung))) mastered.add(rung)
        for (const rung of mastered) expect(rungOf(progress, rung)?.dueAt).not.toBeNull()
      }
    }),
  )
})

test('the worked example comes first, then fewer steps are filled in each time, until none', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.boolean(), { maxLength: 12 }),
      (steps, misses) => {
        let progress = noProgress
        let before = Number.POSITIVE_INFINITY
        let at = 1
        for (const missed of misses) {
          const filled = filledNext(rungOf(progress, 'nudged'), steps)
          expect(filled).toBeLessThan(Math.max(before, 1))
          if (before === Number.POSITIVE_INFINITY) expect(filled).toBe(steps)
          before = filled
          at += 1
          const base = { rung: 'nudged', seed: at, at }
          progress = progressAfter(progress, { ...base, type: 'began', filled })
          if (missed && filled < steps)
            progress = progressAfter(progress, { ...base, type: 'revealed', step: 's' })
          progress = progressAfter(progress, { ...base, type: 'finished', steps })
        }
      },
    ),
  )
})

test('what comes next is a rung of the lesson; every fourth item is an older one where there is one', () => {
  fc.assert(
    fc.property(fc.array(anyGo, { maxLength: 40 }).map(timed), fc.nat(40 * dayMs), (goes, later) => {
      const progress = after(goes)
      const now = (goes.at(-1)?.at ?? 0) + later
      const next = nextItem(progress, slugs, now)
      const due = dueRungs(progress, slugs, now)
      const mastered = slugs.filter(rung => isMastered(rungOf(progress, rung)))
      if (next === null) {
        expect(mastered).toEqual(slugs)
        expect(due).toEqual([])
        return
      }
      expect(slugs).toContain(next.rung)
      expect(next.why === 'review').toBe(mastered.includes(next.rung))
      if (mastered.length === slugs.length) return expect(due).toContain(next.rung)
      const fourth = (progress.items + 1) % 4 === 0
      const last = goes.at(-1)?.rung
      const older = due.length > 0 || mastered.some(rung => rung !== last)
      expect(next.why).toBe(fourth && older ? 'review' : 'ahead')
      if (next.why === 'review' && due.length > 0) expect(next.rung).toBe(due[0])
    }),
  )
})

test('one follows the order of the lesson, goes on where one is, and may begin anywhere', () => {
  const clean = (rung: string, seed: number): Go => ({
    rung,
    seed,
    filled: 0,
    misses: Array(stepCount).fill('none'),
    left: false,
    after: 1000,
  })
  const next = (goes: readonly Go[]) => {
    const all = timed(goes)
    return nextItem(after(all), slugs, all.at(-1)?.at ?? 0)?.rung
  }
  expect(next([])).toBe('gradient-vector')
  expect(next([clean('links', 1)])).toBe('links')
  expect(next([clean('links', 1), clean('links', 2)])).toBe('product')
  expect(next([clean('max-node', 1), clean('max-node', 2)])).toBe('gradient-vector')
  // The fourth item is an older one, but not the one that was just done.
  expect(next([clean('links', 1), clean('links', 2), clean('product', 1)])).toBe('links')
  expect(next([clean('links', 0), clean('links', 1), clean('links', 2)])).toBe('product')
  expect(next([clean('links', 1), clean('links', 2), clean('product', 1), clean('links', 3)])).toBe('product')
})

test('events of numbers that were left change nothing', () => {
  fc.assert(
    fc.property(fc.array(anyGo, { minLength: 1, maxLength: 12 }).map(timed), goes => {
      const progress = after(goes)
      for (const rung of slugs) {
        const open = rungOf(progress, rung)?.run?.seed
        const base = { rung, seed: open === 77 ? 78 : 77, at: 2_000_000_000_000 }
        expect(progressAfter(progress, { ...base, type: 'finished', steps: stepCount })).toBe(progress)
        expect(progressAfter(progress, { ...base, type: 'revealed', step: 's0' })).toBe(progress)
      }
    }),
  )
})

test('a device reads back what it kept', () => {
  fc.assert(
    fc.property(fc.array(anyGo, { maxLength: 20 }).map(timed), goes => {
      const progress = after(goes)
      expect(Progress.parse(JSON.parse(JSON.stringify(progress)))).toEqual(progress)
    }),
  )
})
