import type { TranscendentalField } from '@/lib/exact/atoms'
import { rational } from '@/lib/exact/rational'
import {
  broadcastShape,
  broadcastTo,
  fillTensor,
  type Shape,
  sameShape,
  type Tensor,
} from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { alongShape, byLines, byRows } from '../along'
import { indexFromOne } from '../elementwise'
import { composed, numberExpr } from '../explain/compose'
import { softmaxRule } from '../explain/softmax'
import type { Expr } from '../expr'
import { maskTrouble, open } from '../mask'
import { named } from '../notation'
import { input, misfit, type Op, type ShapeRule, type Way } from '../op'
import { dotOf, softmaxOf } from '../softmax'
import { maskedSoftmaxMistakes } from '../wrong/masked-softmax'
import { multiply } from './multiply'

function maskedShape(shapes: readonly Shape[]): ShapeRule {
  const [x, mask] = [input(shapes, 0), input(shapes, 1)]
  const rule = alongShape([x], [])
  if (!rule.ok) return rule
  const joined = broadcastShape(x, mask)
  if (joined !== null && sameShape(joined, x)) return rule
  return misfit(message('dropout.mask-shape', { mask, x }))
}

/** The shares of one line: of what is seen alone, 0 for the rest; null where nothing is seen. */
export function sharesOf<S>(
  field: TranscendentalField<S>,
  x: readonly S[],
  seen: readonly boolean[],
): readonly S[] | null {
  if (!seen.includes(true)) return null
  const shares = softmaxOf(
    field,
    x.filter((_, at) => seen[at]),
  )
  let next = 0
  return x.map((_, at) => (seen[at] ? input(shares, next++) : field.zero))
}

/** dx_i = p_i (g_i - the sum of all p_j g_j): what is not seen has p = 0. */
function into<S>(field: TranscendentalField<S>, p: Tensor<S>, upstream: Tensor<S>): Tensor<S> {
  return byLines([p, upstream], [], ([p = [], g = []]) => {
    const mean = dotOf(field, p, g)
    return g.map((g, i) => field.mul(input(p, i), field.sub(g, mean)))
  })
}

/** No gradient goes into a mask. */
function maskOf({ inputs }: Way): Expr | null {
  return composed(multiply, [numberExpr(0), input(inputs, 1)])
}

const mask = [rational(1), rational(1), rational(0)]

/** `masked_softmax(x, mask)`: a softmax of each row over the entries whose mask is 1; the others get 0. */
export const masked_softmax: Op = {
  name: 'masked_softmax',
  notation: named('masked_softmax'),
  conventions: [byRows(message('masked-softmax.rows'))],
  rule: {
    value: ({ inputs }) => message('masked-softmax.value', { x: input(inputs, 0), mask: input(inputs, 1) }),
    back: (way, into) => (into === 0 ? (softmaxRule.back?.({ ...way, settings: [] }, 0) ?? null) : null),
    stops: into => into === 1,
    typed: (way, into) => (into === 1 ? maskOf(way) : null),
    backInWords: (_telling, into) => message(into === 0 ? 'softmax.back' : 'masked-softmax.back-mask'),
  },
  shape: maskedShape,
  forward: (field, inputs) => {
    const [x, mask] = [input(inputs, 0), input(inputs, 1)]
    const reason = maskTrouble(field, mask)
    if (reason !== null) return { ok: false, reason }
    let blind: number | null = null
    const value = byLines([x, broadcastTo(mask, x.shape)], [], ([x = [], m = []], nth) => {
      const shares = sharesOf(
        field,
        x,
        m.map(entry => open(field, entry)),
      )
      if (shares === null) blind ??= nth
      return shares ?? x
    })
    if (blind === null) return { ok: true, value }
    const row = indexFromOne(x.shape.slice(0, -1), blind)
    return { ok: false, reason: message('masked-softmax.blind', { row }) }
  },
  vjp: (field, { inputs, output, upstream }) => [
    into(field, output, upstream),
    fillTensor(input(inputs, 1).shape, field.zero),
  ],
  mistakes: maskedSoftmaxMistakes(into),
  samples: {
    fit: [
      [[3], [3]],
      [
        [2, 3],
        [2, 3],
      ],
      [[2, 3], [3]],
    ].map(shapes => ({ shapes, entries: [null, mask] })),
    misfit: [{ shapes: [[], []] }, { shapes: [[3], [2]] }, { shapes: [[3], [2, 3]] }],
  },
}
