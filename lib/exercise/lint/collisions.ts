import type { Budget } from '@/lib/exact/budget'
import type { MistakeId } from '@/lib/network'
import { answersWithin, isSpent, lintTotal, right, type StepAnswers } from './answers'
import type { OtherNumbers } from './others'
import { compareMistakes, type Made, nameOf } from './ways'
import type { World } from './world'

/** On these numbers a mistake gives the right answer to a step, or the answer of another mistake. */
export interface Collision {
  readonly step: string
  readonly mistake: MistakeId
  /** The other mistake, later in the catalogue. */
  readonly with: 'right' | MistakeId
}

/** A collision and where its mistakes were made: at the quantity that the step asks for, or behind it. */
export interface Found extends Collision {
  /** Id of the quantity that the step asks for. */
  readonly target: string
  readonly made: readonly Made[]
}

/** Whether mistakes that agree on some numbers agree on all. */
export class Agreement {
  private readonly answers = new WeakMap<World, Map<string, StepAnswers | null>>()
  private readonly known = new Map<string, boolean>()

  constructor(private readonly others: OtherNumbers) {}

  /**
   * Whether other numbers tell the answers of `a` and `b` to a step apart; null stands for the right answer. True
   * also where there are no other numbers to try, and where `total` is spent.
   */
  apart(step: string, a: Made, b: Made | null, total: Budget): boolean {
    const [one, other] = [nameOf(a), b === null ? null : nameOf(b)]
    const name = `${step}\n${one}\n${other ?? ''}`
    const told = this.known.get(name) ?? this.compare(step, one, other, total)
    if (!isSpent(total)) this.known.set(name, told)
    return told
  }

  private compare(step: string, one: string, other: string | null, total: Budget): boolean {
    let tried = false
    for (const world of this.others.all()) {
      const classes = this.answersIn(world, step, total)?.classes
      const mine = classes?.get(one)
      const theirs = other === null ? right : classes?.get(other)
      if (mine === undefined || theirs === undefined) continue
      if (mine !== theirs) return true
      tried = true
    }
    return !tried
  }

  private answersIn(world: World, step: string, total: Budget): StepAnswers | null {
    const steps = this.answers.get(world) ?? new Map<string, StepAnswers | null>()
    this.answers.set(world, steps)
    const known = steps.get(step)
    if (known !== undefined) return known
    const made = answersWithin(total, step, world)
    if (made !== null || !isSpent(total)) steps.set(step, made)
    return made
  }
}

export interface Collisions {
  readonly found: readonly Found[]
  /** Ids of the steps whose mistakes take too much work to be looked at. */
  readonly left: readonly string[]
}

/**
 * The collisions of every step (of `only` these), in the order of the steps and of the catalogue. What is compared is paid from `total`:
 * the steps that come after it is spent are left out.
 */
export function collisionsOf(
  world: World,
  agreement: Agreement,
  { only, total = lintTotal() }: { readonly only?: ReadonlySet<string>; readonly total?: Budget } = {},
): Collisions {
  const found: Found[] = []
  const left: string[] = []
  for (const [id, { quantity }] of world.derivation.asked) {
    if (only?.has(id) === false) continue
    const answers = answersWithin(total, id, world)
    const collisions = answers && ofStep(id, quantity, answers, agreement, total)
    if (collisions === null || isSpent(total)) left.push(id)
    else found.push(...collisions)
  }
  return { found, left }
}

function ofStep(
  step: string,
  target: string,
  answers: StepAnswers,
  agreement: Agreement,
  total: Budget,
): Found[] {
  const found = new Map<string, Found>()
  const add = (a: Made, b: Made | null): void => {
    const name = `${a.mistake} ${b?.mistake ?? ''}`
    if (found.has(name) || !agreement.apart(step, a, b, total)) return
    const both = b === null ? [a] : [a, b]
    found.set(name, { step, target, mistake: a.mistake, with: b?.mistake ?? 'right', made: both })
  }
  for (const [one, other] of pairsOf(answers)) {
    const turned = other === null ? -1 : compareMistakes(one.mistake, other.mistake)
    if (turned < 0) add(one, other)
    else if (turned > 0 && other !== null) add(other, one)
  }
  return [...found.values()].sort(compareCollisions)
}

/** Mistakes whose answers are the same, and with null those whose answer is the right one. */
function pairsOf({ made, classes, meeting }: StepAnswers): [Made, Made | null][] {
  if (meeting !== null) {
    const met = (one: Made) => meeting.get(nameOf(one)) ?? new Set()
    return made.flatMap((one, nth): [Made, Made | null][] => {
      const isRight = met(one).has(right)
      const others = made
        .slice(nth + 1)
        .filter(other => met(one).has(nameOf(other)) && !(isRight && met(other).has(right)))
      return [
        ...(isRight ? [[one, null] as [Made, null]] : []),
        ...others.map(other => [one, other] as [Made, Made]),
      ]
    })
  }
  const members = new Map<number, Made[]>()
  for (const one of made) {
    const number = classes.get(nameOf(one)) ?? right
    members.set(number, [...(members.get(number) ?? []), one])
  }
  return [...members].flatMap(([number, equal]): [Made, Made | null][] =>
    number === right
      ? equal.map(one => [one, null])
      : equal.flatMap((one, nth) => equal.slice(nth + 1).map((other): [Made, Made] => [one, other])),
  )
}

/** Order of the catalogue; the right answer comes first. */
export function compareCollisions(a: Collision, b: Collision): number {
  const first = compareMistakes(a.mistake, b.mistake)
  if (first !== 0 || a.with === b.with) return first
  if (a.with === 'right' || b.with === 'right') return a.with === 'right' ? -1 : 1
  return compareMistakes(a.with, b.with)
}
