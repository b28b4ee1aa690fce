import type { MistakeId } from '@/lib/network'
import { right } from './answers'
import type { OtherNumbers } from './others'
import { type Traced, Traces, tracedAs } from './traces'
import type { Made } from './ways'
import type { World } from './world'

/** A mistake and the quantity at which it is made. */
export interface Label {
  readonly mistake: MistakeId
  readonly node: string
}

/** Two single mistakes that lead to the same answers in all steps, or one that shows in none. */
export interface TraceCollision extends Label {
  /** The other mistake, of several the first; `right` where the mistake shows in no step. */
  readonly with: Label | 'right'
  /** Whether other numbers would tell them apart; if not, more steps would. */
  readonly numbers: boolean
}

/**
 * The collisions of whole traces, in the order of the computation. Two names of what is the same on all numbers, and what
 * is right on all, are none; nor is what neither other numbers nor more steps would show. Null where they take too much
 * work.
 */
export function traceCollisionsOf(world: World, agreement: TraceAgreement): TraceCollision[] | null {
  const traces = new Traces(world).all()
  if (traces === null) return null
  const firsts = new Map<number, Traced[]>()
  const found = new Map<string, TraceCollision>()
  const add = (one: Made, other: Made | null): void => {
    const { mistake, node } = one
    const name = [mistake, node, other?.mistake, other?.node].join(' ')
    const known = found.get(name)
    if (known?.numbers) return
    const askable = [node, other?.node ?? node].some(id => isAskable(id))
    if (!askable && known !== undefined) return
    const numbers = agreement.apart('sheet', one, other)
    if (!numbers && (!askable || known !== undefined)) return
    const met = other === null ? 'right' : { mistake: other.mistake, node: other.node }
    found.set(name, { mistake, node, with: met, numbers })
  }
  for (const one of traces) {
    if (one.sheet === right) {
      if (agreement.apart('value', one, null)) add(one, null)
      continue
    }
    const earlier = firsts.get(one.sheet) ?? []
    firsts.set(one.sheet, [...earlier, one])
    const other = earlier.find(
      first =>
        first.node !== one.node || (first.mistake !== one.mistake && agreement.apart('value', one, first)),
    )
    if (other !== undefined) add(one, other)
  }
  return [...found.values()]
}

/** No step can ask for what a pass after a nudge or a step of descent computes: such ids hold a space. */
function isAskable(node: string): boolean {
  return !node.includes(' ')
}

/** Whether mistakes that agree on some numbers agree on all; also where there are no other numbers to try. */
export class TraceAgreement {
  private readonly traces = new WeakMap<World, Traces>()

  constructor(private readonly others: OtherNumbers) {}

  /** In some step, or in what is written at the mistakes' own quantity. `b` null stands for no mistake. */
  apart(where: 'sheet' | 'value', a: Made, b: Made | null): boolean {
    let tried = false
    for (const world of this.others.all()) {
      const traces = this.traces.get(world) ?? new Traces(world)
      this.traces.set(world, traces)
      const mine = tracedAs(a, traces)?.[where]
      const theirs = b === null ? right : tracedAs(b, traces)?.[where]
      if (mine === undefined || theirs === undefined) continue
      if (mine !== theirs) return true
      tried = true
    }
    return !tried
  }
}
