import { type Rational, rational } from '@/lib/exact/rational'
import { broadcastPlaces, broadcastShape, entryOf, type Shape, type Tensor } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { Accumulator } from '../accumulator'
import { composed, numberExpr } from '../explain/compose'
import { nothing } from '../explain/nothing'
import { maskTrouble, open } from '../mask'
import { named } from '../notation'
import { fits, input, misfit, type Op, type ShapeRule } from '../op'
import { whereMistakes } from '../wrong/where'
import { times } from './multiply'
import { subtract } from './subtract'

function whereShape(shapes: readonly Shape[]): ShapeRule {
  const [condition, a, b] = [input(shapes, 0), input(shapes, 1), input(shapes, 2)]
  const sides = broadcastShape(a, b)
  const shape = sides === null ? null : broadcastShape(condition, sides)
  return shape === null ? misfit(message('where.shapes', { condition, a, b })) : fits(shape)
}

/** For each entry of the output, its mask, 1 where the first side is taken, and the places that stand there of both sides. */
function eachChoice<S>(
  inputs: readonly Tensor<S>[],
  visit: (mask: S, places: readonly [number, number], at: number) => void,
): void {
  const rule = whereShape(inputs.map(({ shape }) => shape))
  const shape = rule.ok ? rule.shape : []
  const [condition = [], a = [], b = []] = inputs.map(tensor => broadcastPlaces(tensor.shape, shape))
  for (const [at, place] of condition.entries()) {
    visit(entryOf(input(inputs, 0), place), [a[at] ?? 0, b[at] ?? 0], at)
  }
}

const zeroOrOne: readonly Rational[] = [rational(0), rational(1)]

/** `where(x > 0, a, b)`: a where the condition holds, b elsewhere. Both have values everywhere; the condition gets no gradient. */
export const where: Op = {
  name: 'where',
  notation: named('where'),
  rule: {
    entrywise: true,
    back: ({ upstream, inputs }, into) => {
      const condition = input(inputs, 0)
      if (into === 0) return null
      return times(upstream, into === 1 ? condition : composed(subtract, [numberExpr(1), condition]))
    },
    stops: into => into === 0,
    typed: (way, into) => (into === 0 ? nothing(way) : null),
    value: ({ inputs }) => {
      const [condition, a, b] = [input(inputs, 0), input(inputs, 1), input(inputs, 2)]
      return message('where.value', { condition, a, b })
    },
    backInWords: ({ inputs, upstream }, into) => {
      if (into === 0) return message('comparison.back')
      const said = { condition: input(inputs, 0), upstream }
      return message(into === 1 ? 'where.back-first' : 'where.back-second', said)
    },
  },
  shape: whereShape,
  forward: (field, inputs) => {
    const isGated = field.step !== undefined
    const reason = isGated ? null : maskTrouble(field, input(inputs, 0))
    if (reason !== null) return { ok: false, reason }
    const rule = whereShape(inputs.map(({ shape }) => shape))
    const data: (typeof field.zero)[] = []
    eachChoice(inputs, (mask, [a, b]) => {
      const [yes, no] = [entryOf(input(inputs, 1), a), entryOf(input(inputs, 2), b)]
      data.push(isGated ? field.add(no, field.mul(mask, field.sub(yes, no))) : open(field, mask) ? yes : no)
    })
    return { ok: true, value: { shape: rule.ok ? rule.shape : [], data } }
  },
  vjp: (field, { inputs, upstream }) => {
    const [none, intoA, intoB] = [0, 1, 2].map(nth => new Accumulator(field, input(inputs, nth).shape))
    eachChoice(inputs, (mask, [a, b], at) => {
      const g = entryOf(upstream, at)
      // Where signs are gates, a mask is a number like any other.
      if (field.step !== undefined) {
        const first = field.mul(g, mask)
        intoA?.add(a, first)
        intoB?.add(b, field.sub(g, first))
      } else if (open(field, mask)) intoA?.add(a, g)
      else intoB?.add(b, g)
    })
    return [none, intoA, intoB].flatMap(into => into?.total() ?? [])
  },
  mistakes: whereMistakes,
  samples: {
    fit: [
      [[3], [3], [3]],
      [[2, 3], [3], []],
      [[3], [], [2, 1]],
      [[], [2], [2]],
    ].map(shapes => ({ shapes, entries: [zeroOrOne, null, null] })),
    misfit: [{ shapes: [[2], [3], []] }, { shapes: [[3], [2], [3]] }],
  },
}
