import { describe, expect, test } from 'vitest'
import { gradeStep } from '@/lib/grading'
import { Chance } from '@/lib/simulator/chance'
import { type Act, type Heard, life } from '@/lib/simulator/life'
import { person } from '@/lib/simulator/person'
import { lessons } from './lessons'

interface Graded {
  readonly step: string
  readonly verdict: string
  readonly mistakes: readonly string[]
}

/** A whole life against the grading, without a server and without time. */
function lived(seed: number, nth: number): { acts: Act[]; graded: Graded[] } {
  const chance = Chance.of(seed).about(`person ${nth}`)
  const who = person(nth, chance.about('traits'))
  const course = life(who, lessons, chance.about('life'), Chance.of(seed).about('habits'))
  const acts: Act[] = []
  const graded: Graded[] = []
  const latest = new Map(lessons.map(({ version }) => [version, new Map<string, readonly string[]>()]))
  let told: Heard = null
  for (let next = course.next(told); !next.done; next = course.next(told)) {
    const act = next.value
    acts.push(act)
    told = null
    if (act.do !== 'answer') continue
    const lesson = lessons.find(({ version }) => version === act.version)!
    const answers = latest.get(act.version)!
    const others = new Map([...answers].filter(([step]) => step !== act.step))
    const { verdict } = gradeStep(lesson.key, act.step, act.cells, others)
    told = verdict.verdict
    answers.set(act.step, act.cells)
    graded.push({ step: `${act.version} ${act.step}`, verdict: told, mistakes: verdict.mistakes })
  }
  return { acts, graded }
}

interface Spell {
  readonly seconds: number
  readonly closes: boolean
}

/** Hands that went up, and absences that began, in the first minutes of the whole class. */
function rates(minutes: number): { hands: Spell[]; absences: Spell[] } {
  const hands: Spell[] = []
  const absences: Spell[] = []
  for (const { acts } of people) {
    let now = 0
    let upSince = 0
    for (const act of acts) {
      if (now > 60 * minutes) break
      if (act.do === 'hand' && act.up) upSince = now
      if (act.do === 'hand' && !act.up) hands.push({ seconds: now - upSince, closes: false })
      if (act.do === 'away') absences.push(act)
      if ('seconds' in act) now += act.seconds
    }
  }
  return { hands, absences }
}

/** The share of the class that these spells take at any moment, on average. */
function shareOfClass(spells: readonly Spell[], minutes: number): number {
  return spells.reduce((sum, { seconds }) => sum + seconds, 0) / (60 * minutes * people.length)
}

const people = Array.from({ length: 30 }, (_, nth) => lived(7, nth))

describe('a simulated class', () => {
  test('the same seed lives the same lives, another one others', () => {
    expect(lived(7, 3)).toEqual(people[3])
    expect(lived(8, 3)).not.toEqual(people[3])
  })

  test('everybody tries every step, in order, at a pace of a person', () => {
    const order = lessons.flatMap(({ version, solutions }) => solutions.ids.map(id => `${version} ${id}`))
    for (const { acts, graded } of people) {
      const first = [...new Set(graded.map(({ step }) => step))]
      expect(first).toEqual(order)
      for (const act of acts) if ('seconds' in act) expect(act.seconds).toBeGreaterThan(1)
    }
  })

  test('some who are wrong again put the hand up, once at a step, and take it down when they are through', () => {
    const hands = people.map(({ acts }) => acts.flatMap(act => (act.do === 'hand' ? [act.up] : [])))
    expect(hands.filter(ups => ups.includes(true)).length).toBeGreaterThan(3)
    expect(hands.filter(ups => ups.length === 0).length).toBeGreaterThan(3)
    expect(hands.some(ups => ups.includes(false))).toBe(true)
    for (const ups of hands) {
      expect(ups).toEqual(ups.map((_, nth) => nth % 2 === 0))
      // No hand stays up for ever, even if nobody comes.
      expect(ups.at(-1)).not.toBe(true)
    }
  })

  test('hands go up, and people go away and come back, at a rate of people', () => {
    const minutes = 20
    const { hands, absences } = rates(minutes)
    expect(hands.length / minutes).toBeGreaterThan(0.5)
    expect(hands.length / minutes).toBeLessThan(4)
    expect(absences.length / minutes).toBeGreaterThan(0.5)
    expect(absences.length / minutes).toBeLessThan(4)
    // Long enough to be seen on a board, and a few at once of thirty.
    for (const { seconds } of hands) expect(seconds).toBeGreaterThan(10)
    expect(shareOfClass(hands, minutes)).toBeLessThan(1 / 6)
    expect(shareOfClass(absences, minutes)).toBeLessThan(1 / 6)
    for (const closes of [true, false]) {
      const some = absences.filter(one => one.closes === closes)
      expect(some.length).toBeGreaterThan(3)
      for (const { seconds } of some) {
        expect(seconds).toBeGreaterThanOrEqual(closes ? 40 : 10)
        expect(seconds).toBeLessThanOrEqual(closes ? 120 : 40)
      }
    }
  })

  test('abilities differ: some are right nearly always, some are often wrong', () => {
    const shares = people.map(({ graded }) => {
      const wrong = graded.filter(({ verdict }) => verdict === 'wrong').length
      return wrong / graded.length
    })
    expect(Math.min(...shares)).toBeLessThan(0.2)
    expect(Math.max(...shares)).toBeGreaterThan(0.5)
  })

  test('the class shares named mistakes, follows its own errors, and mends', () => {
    const all = people.flatMap(({ graded }) => graded)
    const who = new Map<string, number>()
    for (const { graded } of people) {
      for (const one of new Set(
        graded.flatMap(({ step, mistakes }) => mistakes.map(id => `${step} ${id}`)),
      )) {
        who.set(one, (who.get(one) ?? 0) + 1)
      }
    }
    expect([...who.values()].filter(count => count >= 3).length).toBeGreaterThan(10)
    expect(all.filter(({ verdict }) => verdict === 'follows').length).toBeGreaterThan(10)
    for (const { graded } of people) expect(graded.some(({ verdict }) => verdict === 'right')).toBe(true)
    expect(all.every(({ verdict }) => verdict !== 'invalid')).toBe(true)
  })
})
