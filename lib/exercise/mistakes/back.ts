import { unlessUndecided } from '@/lib/exact/budget'
import { sizeOf, type Tensor, zipTensors } from '@/lib/exact/tensor'
import { type Arrival, arrivals, type Flow, type MistakeId, type Wrong, wrong } from '@/lib/network'
import type { ExerciseNode } from '../exercise'
import type { Numbers } from './numbers'
import { siteOf } from './site'

/** The chain rule at one node that uses the quantity asked about. */
export interface Back<S> {
  readonly consumer: ExerciseNode
  readonly flow: Flow<S>
}

/** The gradient that arrives at a node from all its uses in all nodes. Null where it has no value. */
export function arriving<S>(name: string, backs: readonly Back<S>[], numbers: Numbers<S>): Arrival<S>[] {
  return backs.flatMap(({ flow }) => arrivingFrom(name, flow, numbers))
}

/** A wrong rule changes one flow: what arrives by the others is worked out once. */
function arrivingFrom<S>(name: string, flow: Flow<S>, numbers: Numbers<S>): readonly Arrival<S>[] {
  const known = numbers.arrived.get(flow)
  if (known?.at === name) return known.found
  const found = arrivals(numbers.field, { ...flow, to: name }, numbers.budget)
  numbers.arrived.set(flow, { at: name, found })
  return found
}

/** The gradient that these flows make; null where nothing arrives, or where a sign on the way cannot be decided. */
export function summed<S>(name: string, backs: readonly Back<S>[], numbers: Numbers<S>): Tensor<S> | null {
  return unlessUndecided(() => {
    let sum: Tensor<S> | null = null
    for (const { part } of arriving(name, backs, numbers)) {
      sum = sum === null ? part : zipTensors(sum, part, numbers.field.add)
    }
    return sum
  })
}

/** Replaces parts of one flow and leaves the rest as it is; with other values its forward pass is another. */
export function withFlow<S>(backs: readonly Back<S>[], at: number, change: Partial<Flow<S>>): Back<S>[] {
  const afresh = change.values === undefined ? {} : { traced: undefined }
  return backs.map((back, nth) =>
    nth === at ? { ...back, flow: { ...back.flow, ...afresh, ...change } } : back,
  )
}

/** A gradient in which one op on the way back sends something wrong into one of its inputs. */
export function opMistakes<S>(name: string, backs: readonly Back<S>[], numbers: Numbers<S>): Wrong<S>[] {
  const found: Wrong<S>[] = []
  for (const [nth, { consumer, flow }] of backs.entries()) {
    for (const { place, into, mistake, value } of wrongSendings(name, consumer, flow, numbers)) {
      const changed = withFlow(backs, nth, {
        at: (here, _item, _pass, sent) =>
          here === place ? sent.map((part, input) => (input === into ? value : part)) : sent,
      })
      const sum = summed(name, changed, numbers)
      if (sum !== null) found.push(wrong(mistake, sum))
    }
  }
  return found
}

interface Sending<S> {
  readonly place: number
  readonly into: number
  readonly mistake: MistakeId
  readonly value: Tensor<S>
}

/** What is sent wrongly towards a node; what goes to other nodes leaves its gradient right. */
function wrongSendings<S>(
  name: string,
  consumer: ExerciseNode,
  flow: Flow<S>,
  numbers: Numbers<S>,
): Sending<S>[] {
  const { field, budget } = numbers
  const found: Sending<S>[] = []
  const at: Flow<S>['at'] = (place, item, pass, sent) => {
    const { mistakes } = item.op
    if (mistakes?.back === undefined) return sent
    const site = siteOf(numbers, consumer, item)
    for (const into of item.inputs.keys()) {
      if (pass.wanted?.[into] === false) continue
      budget?.spend(sizeOf(item.shape) * 4)
      for (const { mistake, value } of mistakes.back(field, pass, into, site)) {
        found.push({ place, into, mistake, value })
      }
    }
    return sent
  }
  unlessUndecided(() => arrivals(field, { ...flow, to: name, at }, budget))
  return found
}
