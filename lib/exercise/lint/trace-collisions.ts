import type { MistakeId } from '@/lib/network'
import { right } from './answers'
import type { OtherNumbers } from './others'
import { type Traced, Traces } from './traces'
import type { Made } from './ways'
import type { World } from './world'

/** A mistake and the quantity at which it is made. */
export interface Label {
  readonly mistake: MistakeId
  readonly node: string
}

/** Two single mistakes that lead to the same answers in all steps, or one that shows in none. */
export interface TraceCollision extends Label {
  /** The other mistake, or the first of several; `right` where the mistake shows in no step. */
  readonly with: Label | 'right'
  /** Whether other numbers would tell them apart; if not, more steps would. */
  readonly numbers: boolean
}

/**
 * The collisions of whole traces, in the order of the computation. Left out: two names of what is the same on all numbers,
 * what is right on all, and mistakes in a pass after a nudge or a step of descent alone, which no step asks for and the
 * collisions of the step behind it have. Null where they take too much work.
 */
export function traceCollisionsOf(world: World, agreement: TraceAgreement): TraceCollision[] | null {
  const traces = new Traces(world).all()
  if (traces === null) return null
  const found = new Map<string, TraceCollision>()
  const add = (one: Made, other: Made | null): void => {
    const { mistake, node } = one
    const name = [mistake, node, other?.mistake, other?.node].join(' ')
    const known = found.get(name)
    if (known?.numbers) return
    const numbers = agreement.apart(one, other)
    if (known !== undefined && !numbers) return
    const met = other === null ? 'right' : { mistake: other.mistake, node: other.node }
    found.set(name, { mistake, node, with: met, numbers })
  }
  const sheets = new Map<number, Traced[]>()
  for (const one of traces) {
    if (one.sheet === right) {
      if (isAskable(one.node) && agreement.apartThere(one, null)) add(one, null)
      continue
    }
    const earlier = sheets.get(one.sheet) ?? []
    sheets.set(one.sheet, [...earlier, one])
    const other = earlier.find(
      first =>
        (isAskable(first.node) || isAskable(one.node)) &&
        (first.node !== one.node || (first.mistake !== one.mistake && agreement.apartThere(one, first))),
    )
    if (other !== undefined) add(one, other)
  }
  return [...found.values()]
}

/** The ids of what is computed after a nudge or a step of descent hold a space. */
function isAskable(node: string): boolean {
  return !node.includes(' ')
}

/** Whether mistakes that agree on some numbers agree on all; also where there are no other numbers to try. */
export class TraceAgreement {
  private readonly traces = new WeakMap<World, Traces>()

  constructor(private readonly others: OtherNumbers) {}

  /** Whether some step tells them apart; `b` null stands for no mistake. */
  apart(a: Made, b: Made | null): boolean {
    return this.compare(a, b, (one, traces) => traces.sheet(one))
  }

  /** Whether the value at the quantity where both are made tells them apart. */
  apartThere(a: Made, b: Made | null): boolean {
    return this.compare(a, b, (one, traces) => traces.value(one))
  }

  private compare(
    a: Made,
    b: Made | null,
    classOf: (one: Made, traces: Traces) => number | undefined,
  ): boolean {
    let tried = false
    for (const world of this.others.all()) {
      const traces = this.traces.get(world) ?? new Traces(world)
      this.traces.set(world, traces)
      const mine = classOf(a, traces)
      const theirs = b === null ? right : classOf(b, traces)
      if (mine === undefined || theirs === undefined) continue
      if (mine !== theirs) return true
      tried = true
    }
    return !tried
  }
}
