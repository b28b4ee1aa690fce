import { tensorOf } from '@/lib/exact/tensor'
import { type MistakeId, mistakeIds, sameTensor, type Wrong } from '@/lib/network'
import type { Quantity } from '../derivation/quantity'
import type { Numbers } from '../mistakes/numbers'
import { everyMistake } from '../mistakes/wrongs'

/** One of the ways to make a mistake at a quantity. */
export interface Way<S> extends Wrong<S> {
  /**
   * `2/3` is the second of three ways to make one mistake; the name is the same on all numbers that have as many
   * ways.
   */
  readonly way: string
}

/** A mistake, where it was made and in which way. */
export interface Made {
  readonly mistake: MistakeId
  readonly node: string
  readonly way: string
}

/** Units of work that a way takes beside its arithmetic: single numbers are made and compared in no time, but there are many. */
const workOfWay = 100

/**
 * Every way to go wrong at one quantity, also those that these numbers hide: their value is then the very object of
 * the right one.
 */
export function waysAt<S>(quantity: Quantity, numbers: Numbers<S>): Way<S>[] {
  const { field } = numbers
  const right = numbers.of(quantity.id)
  if (right === null) return []
  const all = everyMistake(quantity, numbers)
  numbers.budget?.spend(workOfWay * all.length)
  const counts = new Map<MistakeId, number>()
  for (const { mistake } of all) counts.set(mistake, (counts.get(mistake) ?? 0) + 1)
  const met = new Map<MistakeId, number>()
  return all.flatMap(({ mistake, value }) => {
    const nth = (met.get(mistake) ?? 0) + 1
    met.set(mistake, nth)
    if (value.data.length !== right.data.length) return []
    const shaped = tensorOf(right.shape, value.data)
    const way = `${nth}/${counts.get(mistake)}`
    return [{ mistake, way, value: sameTensor(field, shaped, right) ? right : shaped }]
  })
}

export function nameOf({ mistake, node, way }: Made): string {
  return `${mistake} ${way} ${node}`
}

const order = new Map<string, number>(mistakeIds.map((id, nth) => [id, nth]))

/** Order of the catalogue. */
export function compareMistakes(a: MistakeId, b: MistakeId): number {
  return (order.get(a) ?? 0) - (order.get(b) ?? 0)
}
