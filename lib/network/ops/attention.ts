import type { TranscendentalField } from '@/lib/exact/atoms'
import { mfrac, mi, mn, mo, mrow, msqrt, msup } from '@/lib/exact/mathml'
import { rational } from '@/lib/exact/rational'
import type { Shape, Tensor } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { applied, enclose, type Notation, strength } from '../notation'
import { fits, input, misfit, type Op, type Pass, type ShapeRule } from '../op'
import { attentionMistakes } from '../wrong/attention'
import { matmul } from './matmul'
import { multiply } from './multiply'
import { softmax } from './softmax'
import { transpose } from './transpose'

function attentionShape(shapes: readonly Shape[]): ShapeRule {
  const [q, k, v] = [input(shapes, 0), input(shapes, 1), input(shapes, 2)]
  const scale = shapes[3] ?? []
  if (q.length !== 1 && q.length !== 2) return misfit(message('attention.queries'))
  if (k.length !== 2 || v.length !== 2) return misfit(message('attention.keys-and-values'))
  const [query, key, keys, values] = [q.at(-1) ?? 1, k[1] ?? 1, k[0] ?? 1, v[0] ?? 1]
  if (query !== key) return misfit(message('attention.lengths', { query, key }))
  if (keys !== values) return misfit(message('attention.counts', { keys, values }))
  if (scale.length > 0) return misfit(message('attention.scale', { found: scale }))
  return fits([...q.slice(0, -1), v[1] ?? 1])
}

/** The steps from the queries to the output: scores s q k^T, their softmax p, and p v. */
export function attended<S>(field: TranscendentalField<S>, inputs: readonly Tensor<S>[]) {
  const [q, k, v] = [input(inputs, 0), input(inputs, 1), input(inputs, 2)]
  const apply = (op: Op, ...operands: readonly Tensor<S>[]): Tensor<S> => {
    const outcome = op.forward(field, operands, [])
    if (!outcome.ok) throw new RangeError(outcome.reason.id)
    return outcome.value
  }
  const turned = apply(transpose, k)
  const products = apply(matmul, q, turned)
  const scale = inputs[3] ?? { shape: [], data: [usualScale(field, q.shape)] }
  const scores = apply(multiply, products, scale)
  const p = apply(softmax, scores)
  return { q, k, v, turned, products, scale, scores, p, output: apply(matmul, p, v) }
}

/** 1/sqrt(d) for queries of length d */
function usualScale<S>(field: TranscendentalField<S>, q: Shape): S {
  return field.div(field.one, field.sqrt(field.fromRational(rational(q.at(-1) ?? 1))))
}

/** What the softmax sends back: the right rule, or the wrong rule of a mistake. */
export type SoftmaxBack<S> = (p: Tensor<S>, upstream: Tensor<S>) => Tensor<S>

/** Back through the same steps, each by its own rule. */
function back<S>(
  field: TranscendentalField<S>,
  { inputs, upstream }: Pass<S>,
  softmaxBack?: SoftmaxBack<S>,
): readonly Tensor<S>[] {
  const { q, k, v, turned, products, scale, scores, p, output } = attended(field, inputs)
  const through = (op: Op, operands: readonly Tensor<S>[], result: Tensor<S>, g: Tensor<S>) =>
    op.vjp(field, { inputs: operands, output: result, upstream: g, settings: [] })
  const [intoP = p, intoV = v] = through(matmul, [p, v], output, upstream)
  const intoScores = softmaxBack?.(p, intoP) ?? input(through(softmax, [scores], p, intoP), 0)
  const [intoProducts = products, intoScale = scale] = through(
    multiply,
    [products, scale],
    scores,
    intoScores,
  )
  const [intoQ = q, intoTurned = turned] = through(matmul, [q, turned], products, intoProducts)
  const [intoK = k] = through(transpose, [k], turned, intoTurned)
  return inputs.length > 3 ? [intoQ, intoK, intoV, intoScale] : [intoQ, intoK, intoV]
}

/** Shown as the formula itself, because students forget the scale and the transpose. */
const notation: Notation = ([q, k, v, scale], _settings, shape) => {
  const product = mrow(
    enclose(q, strength.product, scale !== undefined),
    msup(enclose(k, strength.atom), mo('⊤')),
  )
  const scores =
    scale === undefined
      ? mfrac(product, msqrt(mn(String(q?.shape.at(-1) ?? 1))))
      : mrow(enclose(scale, strength.product, true), mo('·'), product)
  return {
    mathml: mrow(mi('softmax'), applied, mo('('), scores, mo(')'), enclose(v, strength.product, true)),
    strength: strength.product,
    shape,
    signed: false,
  }
}

/** `attention(q, k, v[, scale])`: softmax(s q k^T) v, with s = 1/sqrt(d) unless given. */
export const attention: Op = {
  name: 'attention',
  notation,
  shape: attentionShape,
  forward: (field, inputs) => ({ ok: true, value: attended(field, inputs).output }),
  vjp: (field, pass) => back(field, pass),
  mistakes: attentionMistakes(back),
  samples: {
    fit: [
      [[2], [2, 2], [2, 2]],
      [[2], [2, 2], [2, 1], []],
      [[2, 2], [2, 2], [2, 3], []],
      [
        [1, 1],
        [3, 1],
        [3, 2],
      ],
    ].map(shapes => ({ shapes })),
    misfit: [
      [[], [2, 2], [2, 2]],
      [[2], [2], [2, 2]],
      [[2], [2, 2], [2]],
      [[3], [2, 2], [2, 2]],
      [[2], [2, 2], [3, 2]],
      [[2], [2, 2], [2, 2], [1]],
    ].map(shapes => ({ shapes })),
  },
}
