import type { StepAddress } from '@/lib/protocol/step-address'
import { stepKey } from '@/lib/protocol/step-key'
import type { Verdict } from '@/lib/protocol/verdict'
import type { Answer, Glance, Step } from './glance'

/** One thing that has changed, as marked text; `to` is the place where it can be seen. */
export interface Change {
  readonly words: string
  readonly to: StepAddress | null
}

/** What changed between two glances at a desk, the most important first. What the student did is not a change. */
export function changesBetween(before: Glance, after: Glance): Change[] {
  return [
    ...paceChanges(before, after),
    ...exerciseChanges(before, after),
    ...stepChanges(before, after),
    ...answerChanges(before, after),
    ...decidedNow(before, after),
    ...revealedNow(before, after),
  ]
}

const changed = (words: string, to: StepAddress | null = null): Change => ({ words, to })

/**
 * A glance at the server's clock is as old as its message, and tells of a countdown that has ended only that it has.
 */
const sameEnd = (a: number, b: number, { at }: Glance) =>
  Math.abs(a - b) < clockSlack || (a <= at + clockSlack && b <= at + clockSlack)
const clockSlack = 5000

function paceChanges(before: Glance, after: Glance): Change[] {
  const changes: Change[] = []
  if (after.paused !== before.paused)
    changes.push(changed(after.paused ? 'Your teacher paused the class.' : 'Your teacher ended the pause.'))
  const { focus } = after
  if (focus && focus.id !== before.focus?.id) {
    changes.push(changed(`Your teacher brought everyone to ${titleAt(after, focus)}.`, focus))
  }
  if (after.endsAt !== null && before.endsAt === null) changes.push(changed('Your teacher set a countdown.'))
  if (after.endsAt === null && before.endsAt !== null)
    changes.push(changed('Your teacher took the countdown away.'))
  if (after.endsAt !== null && before.endsAt !== null && !sameEnd(after.endsAt, before.endsAt, after)) {
    changes.push(changed('Your teacher changed the countdown.'))
  }
  if (after.hints !== before.hints)
    changes.push(
      changed(after.hints ? 'Your teacher allows hints again.' : 'Your teacher turned hints off for now.'),
    )
  if (after.cap !== before.cap) changes.push(changed(capWords(after.cap)))
  return changes
}

function capWords(cap: number | null): string {
  const attempts = cap === null ? 'any number of attempts' : cap === 1 ? 'one attempt' : `${cap} attempts`
  return `Your teacher allows ${attempts} at a step now.`
}

function exerciseChanges(before: Glance, after: Glance): Change[] {
  const had = new Set(before.exercises.map(({ version }) => version))
  const has = new Set(after.exercises.map(({ version }) => version))
  return [
    ...after.exercises
      .filter(({ version }) => !had.has(version))
      .map(({ version, title, steps: [first] }) =>
        changed(`Your teacher added an exercise: ${title}.`, first ? { version, step: first.id } : null),
      ),
    ...before.exercises
      .filter(({ version }) => !has.has(version))
      .map(({ title }) => changed(`Your teacher took the exercise ${title} away.`)),
  ]
}

/** Steps on the desk and off it, of the exercises that were there before and are still. */
function stepChanges(before: Glance, after: Glance): Change[] {
  return after.exercises.flatMap(({ version, title, steps }) => {
    const old = before.exercises.find(exercise => exercise.version === version)
    if (!old) return []
    const added = steps.filter(({ id }) => !old.steps.some(step => step.id === id))
    const gone = old.steps.filter(({ id }) => !steps.some(step => step.id === id))
    const [first] = added
    return [
      ...(first ? [changed(`New in ${title}: ${named(added)}.`, { version, step: first.id })] : []),
      ...(gone.length > 0 ? [changed(`Gone from ${title}: ${named(gone)}.`)] : []),
    ]
  })
}

/** As the desk says it elsewhere. */
const wordsOf = (verdict: Verdict, { briefly }: Answer) => briefly ?? verdictWords[verdict]
const verdictWords: Record<Verdict, string> = {
  right: 'right',
  follows: 'right for your earlier answer',
  wrong: 'not right yet',
  invalid: 'not readable',
  answered: 'handed in',
}

/** Tells that the verdict on the same answer has changed. A later answer was the student's own doing. */
function answerChanges(before: Glance, after: Glance): Change[] {
  const changes: Change[] = []
  let held = false
  for (const { version, title, steps } of after.exercises) {
    const had = steps.filter(({ id }) => before.answers[stepKey(version, id)])
    // The answers went away together with their numbers.
    if (had.length > 0 && had.every(({ id }) => !after.answers[stepKey(version, id)])) {
      changes.push(changed(`${title} has other numbers now. Your answers to the earlier ones are kept.`))
      continue
    }
    for (const step of had) {
      const key = stepKey(version, step.id)
      const [was, is] = [before.answers[key], after.answers[key]]
      if (!was || !is || was.attempt !== is.attempt || was.verdict === is.verdict) continue
      if (is.verdict === null) held = true
      else {
        const words = wordsOf(is.verdict, is)
        const said =
          was.verdict === null
            ? `Verdict on ${step.title}: ${words}.`
            : `Verdict on ${step.title}: was ${wordsOf(was.verdict, was)}, is ${words} now.`
        changes.push(changed(said, { version, step: step.id }))
      }
    }
  }
  return held ? [...changes, changed('Your teacher holds verdicts back for now.')] : changes
}

/** What the teacher decided meanwhile; that something was taken back shows at the step itself. */
function decidedNow(before: Glance, after: Glance): Change[] {
  return after.exercises.flatMap(({ version, steps }) =>
    steps.flatMap(({ id, title }) => {
      const key = stepKey(version, id)
      const is = after.decided?.[key]
      if (is === undefined || is === before.decided?.[key]) return []
      const said =
        is === 'excused' ? `You are excused from ${title}.` : `Your teacher counts ${title} as ${is}.`
      return [changed(said, { version, step: id })]
    }),
  )
}

function revealedNow(before: Glance, after: Glance): Change[] {
  return after.exercises.flatMap(({ version, steps }) =>
    steps
      .filter(({ id }) => {
        const key = stepKey(version, id)
        return after.revealed.includes(key) && !before.revealed.includes(key)
      })
      .map(({ id, title }) =>
        changed(`Your teacher showed the solution of ${title}.`, { version, step: id }),
      ),
  )
}

function titleAt({ exercises }: Glance, { version, step }: StepAddress): string {
  const steps = exercises.find(exercise => exercise.version === version)?.steps ?? []
  return steps.find(({ id }) => id === step)?.title ?? 'another step'
}

const namedMost = 4

function named(steps: readonly Step[]): string {
  const titles = steps.slice(0, namedMost).map(({ title }) => title)
  const more = steps.length - titles.length
  if (more > 0) return `${titles.join(', ')} and ${more} more`
  return titles.length < 2 ? titles.join() : `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}`
}
