import { input } from '../op'
import type { MistakeId } from './catalogue'
import { pairwise } from './pairwise'
import { type Operand, type OpMistakes, tried } from './wrong'

/** Which factor was left out, as the mistake calls it: a constant one is a link of a chain. */
export function forgotten(operands: readonly Operand[], into: number): MistakeId {
  if (operands[1 - into] === 'number') return 'link-dropped'
  if (operands[into] === 'parameter') return 'input-forgotten'
  return 'weight-forgotten'
}

export const multiplyMistakes: OpMistakes = {
  back: (field, { inputs, upstream }, nth, { operands }) => {
    const pair = [input(inputs, nth), input(inputs, 1 - nth)] as const
    const { mul, div, isZero } = field
    const slope = (rule: (own: Entry, other: Entry, g: Entry) => Entry) =>
      pairwise(field, pair, upstream, rule)
    type Entry = typeof field.zero
    return tried(
      ['own-value', () => slope((own, _, g) => mul(own, g))],
      [forgotten(operands, nth), () => slope((_own, _other, g) => g)],
      ['divide', () => (pair[1].data.some(isZero) ? null : slope((_, other, g) => div(g, other)))],
    )
  },
}
