import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sessionsOf, timeWithin } from '@/lib/classroom/sessions'
import { ClassTime } from '@/lib/client/class-time'

const signs = fc.array(fc.nat({ max: 1000 }), { maxLength: 30 })
const gap = fc.integer({ min: 1, max: 200 })

describe('sessions', () => {
  test('every sign is in one session; those in a session are never further apart than the gap, sessions are', () => {
    fc.assert(
      fc.property(signs, gap, (times, gapMs) => {
        const sessions = sessionsOf(times, gapMs)
        for (const at of times) {
          expect(sessions.filter(({ from, to }) => from <= at && at <= to)).toHaveLength(1)
        }
        const sorted = [...times].sort((a, b) => a - b)
        const breaks = sorted.filter((at, place) => place > 0 && at - sorted[place - 1]! > gapMs).length
        expect(sessions).toHaveLength(times.length === 0 ? 0 : breaks + 1)
      }),
    )
  })

  test('class time is what a clock counts that stands still between sessions', () => {
    fc.assert(
      fc.property(signs, gap, fc.nat({ max: 1000 }), fc.nat({ max: 1000 }), (times, gapMs, a, b) => {
        const sessions = sessionsOf(times, gapMs)
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        let ticks = 0
        for (let at = from; at < to; at += 1) {
          if (sessions.some(session => session.from <= at && at < session.to)) ticks += 1
        }
        expect(timeWithin(sessions, from, to)).toBe(ticks)
      }),
    )
  })
})

test('a moment of a session and its place on the time line are each other’s', () => {
  fc.assert(
    fc.property(signs, gap, (times, gapMs) => {
      const sessions = sessionsOf(
        times.map(at => at * 60_000),
        gapMs * 60_000,
      )
      const time = new ClassTime(sessions)
      for (const at of times) expect(time.at(time.placeOf(at * 60_000))).toBe(at * 60_000)
      expect(time.placeOf(0)).toBe(0)
    }),
  )
})
