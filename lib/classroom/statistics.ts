import { mistakeName, mistakeNames } from '@/lib/exercise'
import type {
  ClassStatistics,
  MistakeStatistics,
  StepStatistics,
  StudentLabel,
} from '@/lib/protocol/statistics'
import type { StepAddress } from '@/lib/protocol/step-address'
import { addressOf, keyOf, type StepKey, stepKey } from '@/lib/protocol/step-key'
import type { Speaker } from '@/lib/words/argument'
import { type AnswerRow, attemptsOf, bestOf, firstRight, type StepAttempts } from './attempts'
import { type Session, sessionsOf, timeWithin } from './sessions'

/** Makes the sentence of a message. */

export interface StatisticsInput {
  /** The steps to report on, in order. */
  readonly steps: readonly StepAddress[]
  /** Answers and regrades in the order in which they were counted. */
  readonly rows: readonly AnswerRow[]
  /** Hints that each student took, by step. */
  readonly hints: ReadonlyMap<string, ReadonlyMap<StepKey, number>>
  /** Unix milliseconds of joining. */
  readonly joinedAt: ReadonlyMap<string, number>
}

/**
 * How a class did, all variants of an exercise together. Every student of `rows` is in `joinedAt`; `say` makes the sentences.
 */
export function statisticsOf(input: StatisticsInput, say: Speaker): ClassStatistics {
  const known = input.rows.filter(({ student }) => input.joinedAt.has(student))
  const byStudentAndStep = attemptsOf(known)
  const sessions = sessionsOf([...input.joinedAt.values(), ...known.map(({ at }) => at)])
  const begun = beginnings(known, input.joinedAt)
  const byStep = new Map<StepKey, StepAttempts[]>()
  for (const one of byStudentAndStep) {
    const at = byStep.get(keyOf(one))
    if (at) at.push(one)
    else byStep.set(keyOf(one), [one])
  }
  return {
    steps: input.steps.map(address =>
      stepStatistics(address, byStep.get(keyOf(address)) ?? [], input, sessions, begun),
    ),
    mistakes: mistakeStatistics(byStudentAndStep, say),
    labels: labelsOf(byStudentAndStep, say),
  }
}

/**
 * For each student and step, the time of the last event (joining, an answer to another step) before the first answer
 * there.
 */
function beginnings(
  rows: readonly AnswerRow[],
  joinedAt: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const last = new Map(joinedAt)
  const begun = new Map<string, number>()
  for (const { student, version, step, at, regrades } of rows) {
    if (regrades !== null) continue
    const key = `${student} ${stepKey(version, step)}`
    if (!begun.has(key)) begun.set(key, Math.min(at, last.get(student) ?? at))
    last.set(student, at)
  }
  return begun
}

function stepStatistics(
  { version, step }: StepAddress,
  at: readonly StepAttempts[],
  { hints }: StatisticsInput,
  sessions: readonly Session[],
  begun: ReadonlyMap<string, number>,
): StepStatistics {
  const key = stepKey(version, step)
  const right = at.filter(({ attempts }) => firstRight(attempts) >= 0)
  return {
    version,
    step,
    answered: at.length,
    firstTry: at.filter(({ attempts }) => firstRight(attempts) === 0).length,
    right: right.length,
    follows: at.filter(({ attempts }) => bestOf(attempts) === 'follows').length,
    attempts: median(
      at.map(({ attempts }) => (firstRight(attempts) < 0 ? attempts.length : firstRight(attempts) + 1)),
    ),
    msToRight: median(
      right.flatMap(({ student, attempts }) => {
        const from = begun.get(`${student} ${key}`)
        const to = attempts[firstRight(attempts)]?.first.at
        return from === undefined || to === undefined ? [] : [timeWithin(sessions, from, to)]
      }),
    ),
    hints: [...hints.values()].reduce((sum, taken) => sum + (taken.get(key) ?? 0), 0),
  }
}

interface Made {
  readonly mistakes: readonly string[]
  readonly students: Map<string, boolean>
  readonly steps: Map<StepKey, { students: number; past: number }>
}

/** [G6] Several mistakes that fit one answer stay together, because nobody knows which of them it was. */
function mistakeStatistics(all: readonly StepAttempts[], say: Speaker): MistakeStatistics[] {
  const found = new Map<string, Made>()
  for (const one of all) {
    const { student, version, step, attempts } = one
    const past = firstRight(attempts) >= 0
    const sets = new Map<string, string[]>()
    for (const { now } of attempts) {
      if (now.verdict !== 'wrong' || now.mistakes.length === 0) continue
      const mistakes = [...new Set(now.mistakes)].sort()
      sets.set(mistakes.join(' '), mistakes)
    }
    for (const [name, mistakes] of sets) {
      const made = found.get(name) ?? { mistakes, students: new Map(), steps: new Map() }
      found.set(name, made)
      made.students.set(student, (made.students.get(student) ?? true) && past)
      const at = made.steps.get(stepKey(version, step)) ?? { students: 0, past: 0 }
      made.steps.set(stepKey(version, step), {
        students: at.students + 1,
        past: at.past + (past ? 1 : 0),
      })
    }
  }
  return [...found.values()]
    .map(({ mistakes, students, steps }) => ({
      mistakes: [...mistakes],
      words: say(mistakeNames(mistakes)),
      students: students.size,
      past: [...students.values()].filter(past => past).length,
      steps: [...steps].map(([key, counts]) => ({ ...addressOf(key), ...counts })),
    }))
    .sort((a, b) => b.students - a.students || (a.mistakes.join(' ') < b.mistakes.join(' ') ? -1 : 1))
}

/**
 * A label on a student needs two independent matches of the same mistake: at two steps, or with two sets of numbers. Trying
 * the same again is one match, and an answer that fits several mistakes is none.
 */
function labelsOf(all: readonly StepAttempts[], say: Speaker): StudentLabel[] {
  const matches = new Map<string, Map<string, Set<string>>>()
  for (const { student, version, step, attempts } of all) {
    for (const { now } of attempts) {
      const [mistake, other] = new Set(now.mistakes)
      if (now.verdict !== 'wrong' || mistake === undefined || other !== undefined) continue
      const mine = matches.get(student) ?? new Map<string, Set<string>>()
      matches.set(student, mine)
      const places = mine.get(mistake) ?? new Set()
      mine.set(mistake, places.add(`${now.seed} ${stepKey(version, step)}`))
    }
  }
  return [...matches].flatMap(([student, mine]) =>
    [...mine]
      .filter(([, places]) => places.size >= 2)
      .map(([mistake, places]) => ({
        student,
        mistake,
        words: say(mistakeName(mistake)),
        matches: places.size,
      })),
  )
}

/** The median of some numbers; null where there are none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2
}
