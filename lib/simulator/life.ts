import type { StepAddress } from '@/lib/protocol/step-address'
import type { Verdict } from '@/lib/protocol/verdict'
import type { Chance } from './chance'
import type { Person } from './person'
import { type Answer, type Answers, type Solutions, withSlip } from './solutions'

/** One exercise of the class: the id of its version, and what can be answered. */
export interface Task {
  readonly version: string
  readonly solutions: Solutions
}

/** What somebody does next. Seconds are those of a person, before any rate. */
export type Act =
  | { readonly do: 'think'; readonly seconds: number }
  | ({ readonly do: 'type'; readonly seconds: number } & StepAddress)
  | ({ readonly do: 'answer'; readonly cells: readonly string[] } & StepAddress)
  | { readonly do: 'hand'; readonly up: boolean }
  /** Looks at something else for a while, or closes the page, and comes back. */
  | { readonly do: 'away'; readonly closes: boolean; readonly seconds: number }

/** Wrong tries at a step before somebody may ask for help. */
const handAfter = 2

/** The verdict on an answer; null where the server gave none, and after other acts. */
export type Heard = Verdict | null

export type Life = Generator<Act, void, Heard>

/** Seconds that a quick person takes. */
const quick = { step: 6, cell: 2.5, again: 5 } as const

/** Seconds that do not depend on how quick somebody is: for a glance at something else, out of the room, with a hand up. */
const least = { glance: 10, gone: 40, waits: 15 } as const
const most = { glance: 40, gone: 120, waits: 60 } as const

/**
 * What one person does in a class, exercise by exercise and step by step: thinks, types, answers, mends what is wrong
 * or leaves it for the end of the exercise. The chances and the verdicts decide it, and nothing else. Each exercise
 * has chances of its own, so that the one before does not matter.
 *
 * @param habits chances that the whole class shares: which mistakes are common
 */
export function* life(person: Person, tasks: readonly Task[], chance: Chance, habits: Chance): Life {
  for (const [nth, task] of tasks.entries()) {
    const about = String(nth)
    yield* exercise(new Pupil(person, task, chance.about(about), habits.about(about)))
  }
}

function* exercise(pupil: Pupil): Life {
  const { person, task, chance } = pupil
  const left: string[] = []
  for (const step of task.solutions.ids) {
    yield { do: 'think', seconds: pupil.slow(quick.step) }
    if (!(yield* tries(pupil, step, person.patience))) left.push(step)
    if (chance.happens(person.restless)) yield pupil.leaves()
  }
  for (const step of left) {
    yield { do: 'think', seconds: pupil.slow(quick.again) }
    yield* tries(pupil, step, person.patience)
  }
}

/** Gives true as soon as the step counts. */
function* tries(pupil: Pupil, step: string, most: number): Generator<Act, boolean, Heard> {
  const { version } = pupil.task
  let raised = false
  for (let nth = 1; nth <= most; nth += 1) {
    const { cells } = pupil.decide(step)
    yield { do: 'type', version, step, seconds: pupil.slow(quick.cell * cells.length) }
    const told = yield { do: 'answer', version, step, cells }
    const done = told !== 'wrong' && told !== 'invalid'
    if (raised && done) yield { do: 'hand', up: false }
    if (done) return true
    if (!raised && nth >= handAfter && pupil.asks(step)) {
      raised = true
      yield { do: 'hand', up: true }
      yield { do: 'think', seconds: pupil.waits() }
    }
    yield { do: 'think', seconds: pupil.slow(quick.again) }
  }
  // Nobody came, and they go on with the next step.
  if (raised) yield { do: 'hand', up: false }
  return false
}

/** One person at one exercise: what they have answered so far, and what they answer next. */
class Pupil {
  private readonly own = new Map<string, Answer>()

  constructor(
    readonly person: Person,
    readonly task: Task,
    readonly chance: Chance,
    private readonly habits: Chance,
  ) {}

  slow(seconds: number): number {
    return seconds * this.person.slowness * this.chance.between(0.5, 1.5)
  }

  /** Whether somebody who is stuck here puts the hand up. */
  asks(step: string): boolean {
    return this.chance.about(`hand ${step}`).happens(0.4)
  }

  leaves(): Act {
    const closes = this.chance.happens(0.35)
    const how = closes ? 'gone' : 'glance'
    return { do: 'away', closes, seconds: this.chance.between(least[how], most[how]) }
  }

  /** How long somebody with a hand up waits for the teacher before the next try. */
  waits(): number {
    return this.chance.between(least.waits, most.waits)
  }

  decide(step: string): Answer {
    const before = this.own.get(step)
    const knows = before ? this.person.learns : this.person.ability
    const answer = this.chance.happens(knows) ? this.rightFromHere(step, before) : this.wrong(step, before)
    this.own.set(step, answer)
    return answer
  }

  /**
   * The right answer from their own earlier answers. Somebody whose answer from these was wrong goes back to the
   * file's numbers.
   */
  private rightFromHere(step: string, before: Answer | undefined): Answer {
    const { solutions } = this.task
    const others: Answers = new Map([...this.own].filter(([id]) => id !== step))
    const from = solutions.from(step, others)
    return before && same(from, before) ? solutions.right(step) : from
  }

  private wrong(step: string, before: Answer | undefined): Answer {
    const right = this.rightFromHere(step, undefined)
    const mistakes = this.favourites(step).filter(answer => !before || !same(answer, before))
    const slip = withSlip(right, Math.floor(100 * this.chance.share()))
    const mistaken = this.chance.early(mistakes)
    return (this.chance.happens(this.person.slips) ? (slip ?? mistaken) : (mistaken ?? slip)) ?? right
  }

  /** The mistakes of the step, the class's common ones first. */
  private favourites(step: string): Answer[] {
    const habits = this.habits.about(step)
    const { solutions } = this.task
    return [...solutions.mistaken(step), ...solutions.misjudged(step)]
      .map(answer => ({ answer, rank: habits.share() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ answer }) => answer)
  }
}

function same(a: Answer, b: Answer): boolean {
  return a.cells.join() === b.cells.join()
}
