import { type Rational, rational } from '@/lib/exact/rational'
import type { Method } from '@/lib/language/syntax/descent'
import type { Plain } from '@/lib/language/syntax/plain'
import type { Expr } from '@/lib/network'
import type { Descend, FlowItem, Nudge, StepPlan } from '../exercise'

/** The flow with other amounts of its nudges and descents; `below` draws a whole number from 0 to one below its argument. */
export function otherFlow(flow: readonly FlowItem[], below: (count: number) => number): FlowItem[] {
  const moved = new Map<Nudge | Descend, Nudge | Descend>()
  const amount = (): Expr => {
    const value = rational(3 + 2 * below(6), 4)
    return [{ kind: 'number', value, text: '', shape: [], place: { line: 1, column: 1 } }]
  }
  const nudge = (one: Nudge): Nudge => {
    const made = moved.get(one) ?? { ...one, amount: amount() }
    moved.set(one, made)
    return made as Nudge
  }
  const descend = (one: Descend): Descend => {
    const made = moved.get(one) ?? otherDescent(one, amount(), () => rational(1 + 2 * below(5), 16))
    moved.set(one, made)
    return made as Descend
  }
  const target = (of: StepPlan['target']): StepPlan['target'] => {
    if (of.kind === 'nudge') return { ...of, nudge: nudge(of.nudge) }
    return of.kind === 'descend' ? { ...of, descend: descend(of.descend) } : of
  }
  return flow.map(item =>
    item.type === 'step' ? { ...item, step: { ...item.step, target: target(item.step.target) } } : item,
  )
}

/**
 * A descent on other numbers, of which `share` draws those between 0 and 1: what stays below 1 stays so. A bound of the norm stays,
 * so that what was clipped still is, and so does eps.
 */
function otherDescent(one: Descend, rate: Expr, share: () => Rational): Descend {
  const drawn = (): Plain => ({ value: share(), text: '' })
  const decay = one.decay === null ? null : drawn()
  return { ...one, rate, method: otherMethod(one.method, drawn), decay }
}

function otherMethod(method: Method, drawn: () => Plain): Method {
  switch (method.kind) {
    case 'plain':
      return method
    case 'momentum':
      return { ...method, mu: drawn() }
    case 'adam':
      return { ...method, b1: drawn(), b2: drawn() }
    case 'rmsprop':
      return { ...method, rho: drawn() }
  }
}
