import type { TranscendentalField } from '@/lib/exact/atoms'
import { mfrac, mi, mn, mo, mrow, msqrt, msub, msup } from '@/lib/exact/mathml'
import { rational } from '@/lib/exact/rational'
import {
  broadcastShape,
  broadcastTo,
  fillTensor,
  type Shape,
  sameShape,
  type Tensor,
  zipTensors,
} from '@/lib/exact/tensor'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { applied, bare, enclose, type Notation, strength } from '../notation'
import { fits, input, misfit, type Op, type Pass, type Sample, type ShapeRule } from '../op'
import { attentionMistakes } from '../wrong/attention'
import { masked_softmax } from './masked_softmax'
import { matmul } from './matmul'
import { multiply } from './multiply'
import { softmax } from './softmax'
import { transpose } from './transpose'

function attentionShape(shapes: readonly Shape[]): ShapeRule {
  const [q, k, v] = [input(shapes, 0), input(shapes, 1), input(shapes, 2)]
  const [scale = [], mask] = shapes.slice(3)
  if (q.length !== 1 && q.length !== 2) return misfit(message('attention.queries'))
  if (k.length !== 2 || v.length !== 2) return misfit(message('attention.keys-and-values'))
  const [query, key, keys, values] = [q.at(-1) ?? 1, k[1] ?? 1, k[0] ?? 1, v[0] ?? 1]
  if (query !== key) return misfit(message('attention.lengths', { query, key }))
  if (keys !== values) return misfit(message('attention.counts', { keys, values }))
  if (scale.length > 0) return misfit(message('attention.scale', { found: scale }))
  const scores = [...q.slice(0, -1), keys]
  if (mask !== undefined && !covers(mask, scores)) {
    return misfit(message('attention.mask', { mask, scores }))
  }
  return fits([...q.slice(0, -1), v[1] ?? 1])
}

function covers(mask: Shape, scores: Shape): boolean {
  const joined = broadcastShape(mask, scores)
  return joined !== null && sameShape(joined, scores)
}

/** The steps from the queries to the output: scores s q k^T, their softmax p (of what a mask lets see), and p v. */
export function attended<S>(
  field: TranscendentalField<S>,
  inputs: readonly Tensor<S>[],
  keys: 'turned' | 'plain' = 'turned',
) {
  const [q, k, v] = [input(inputs, 0), input(inputs, 1), input(inputs, 2)]
  const apply = (op: Op, ...operands: readonly Tensor<S>[]): Tensor<S> => {
    const outcome = op.forward(field, operands, [])
    if (!outcome.ok) throw new RangeError(outcome.reason.id)
    return outcome.value
  }
  const turned = keys === 'turned' ? apply(transpose, k) : k
  const products = apply(matmul, q, turned)
  const scale = inputs[3] ?? { shape: [], data: [usualScale(field, q.shape)] }
  const scores = apply(multiply, products, scale)
  const mask = inputs[4]
  const p = mask === undefined ? apply(softmax, scores) : apply(masked_softmax, scores, mask)
  return { q, k, v, turned, products, scale, scores, mask, p, output: apply(matmul, p, v) }
}

/** Why a mask cannot be laid over the scores; null where it can. */
function seeing<S>(
  field: TranscendentalField<S>,
  inputs: readonly Tensor<S>[],
  mask: Tensor<S>,
): Message | null {
  const [q, k] = [input(inputs, 0), input(inputs, 1)]
  const scores = fillTensor([...q.shape.slice(0, -1), k.shape[0] ?? 1], field.zero)
  const tried = masked_softmax.forward(field, [scores, mask], [])
  return tried.ok ? null : tried.reason
}

/** The output where the mask is laid over the shares of all, without a new sum, or where there is none. */
function masked<S>(
  field: TranscendentalField<S>,
  inputs: readonly Tensor<S>[],
  how: 'after' | 'none',
): Tensor<S> {
  const { p, v, output } = attended(field, inputs.slice(0, 4))
  const mask = inputs[4]
  if (how === 'none' || mask === undefined) return output
  const shares = zipTensors(p, broadcastTo(mask, p.shape), field.mul)
  const product = matmul.forward(field, [shares, v], [])
  return product.ok ? product.value : output
}

/** 1/sqrt(d) for queries of length d */
function usualScale<S>(field: TranscendentalField<S>, q: Shape): S {
  return field.div(field.one, field.sqrt(field.fromRational(rational(q.at(-1) ?? 1))))
}

/** Masks of samples: with a 1 in every row, which the tests of random numbers leave out where there is none. */
const seen = [rational(1), rational(1), rational(0)]

/** What the softmax sends back: the right rule, or the wrong rule of a mistake. */
export type SoftmaxBack<S> = (p: Tensor<S>, upstream: Tensor<S>) => Tensor<S>

/** Back through the same steps, each by its own rule. */
function back<S>(
  field: TranscendentalField<S>,
  { inputs, upstream }: Pass<S>,
  softmaxBack?: SoftmaxBack<S>,
): readonly Tensor<S>[] {
  const { q, k, v, turned, products, scale, scores, mask, p, output } = attended(field, inputs)
  const through = (op: Op, operands: readonly Tensor<S>[], result: Tensor<S>, g: Tensor<S>) =>
    op.vjp(field, { inputs: operands, output: result, upstream: g, settings: [] })
  const [intoP = p, intoV = v] = through(matmul, [p, v], output, upstream)
  // What a mask hides has the share 0, so the rule of a softmax is that of a masked one.
  const intoScores = softmaxBack?.(p, intoP) ?? input(through(softmax, [scores], p, intoP), 0)
  const [intoProducts = products, intoScale = scale] = through(
    multiply,
    [products, scale],
    scores,
    intoScores,
  )
  const [intoQ = q, intoTurned = turned] = through(matmul, [q, turned], products, intoProducts)
  const [intoK = k] = through(transpose, [k], turned, intoTurned)
  const all = [intoQ, intoK, intoV, intoScale]
  return mask === undefined ? all.slice(0, inputs.length) : [...all, fillTensor(mask.shape, field.zero)]
}

/** The output where the keys are not transposed; null where their matrix is not square. */
function scoredUnturned<S>(field: TranscendentalField<S>, inputs: readonly Tensor<S>[]): Tensor<S> | null {
  const [rows, columns] = input(inputs, 1).shape
  return rows === columns ? attended(field, inputs, 'plain').output : null
}

/** dQ = dS K, dK = dS^T Q and dV = P^T G with a transpose too many or too few, where shapes let it pass. */
function backUnturned<S>(field: TranscendentalField<S>, pass: Pass<S>, into: number): Tensor<S> | null {
  const { inputs, upstream } = pass
  const { q, k, v, turned, products, scale, scores, p, output } = attended(field, inputs)
  if (q.shape.length !== 2) return null
  const multiplied = (left: Tensor<S>, right: Tensor<S>, own: Tensor<S>): Tensor<S> | null => {
    if (!matmul.shape([left.shape, right.shape], []).ok) return null
    const made = matmul.forward(field, [left, right], [])
    return made.ok && sameShape(made.value.shape, own.shape) ? made.value : null
  }
  if (into === 2) return multiplied(p, upstream, v)
  if (into > 1) return null
  const through = (op: Op, operands: readonly Tensor<S>[], result: Tensor<S>, g: Tensor<S>) =>
    input(op.vjp(field, { inputs: operands, output: result, upstream: g, settings: [] }), 0)
  const intoP = through(matmul, [p, v], output, upstream)
  const intoProducts = through(multiply, [products, scale], scores, through(softmax, [scores], p, intoP))
  return into === 0 ? multiplied(intoProducts, turned, q) : multiplied(intoProducts, q, k)
}

/** Shown as the formula itself, because students forget the scale and the transpose. */
const notation: Notation = ([q, k, v, scale, mask], _settings, shape) => {
  const product = mrow(
    enclose(q, strength.product, scale !== undefined),
    msup(enclose(k, strength.atom), mo('⊤')),
  )
  const scores =
    scale === undefined
      ? mfrac(product, msqrt(mn(String(q?.shape.at(-1) ?? 1))))
      : mrow(enclose(scale, strength.product, true), mo('·'), product)
  const softmax = mask === undefined ? mi('softmax') : msub(mi('softmax'), bare(mask))
  return {
    mathml: mrow(softmax, applied, mo('('), scores, mo(')'), enclose(v, strength.product, true)),
    strength: strength.product,
    shape,
    signed: false,
  }
}

/** `attention(q, k, v[, scale[, mask]])`: softmax(s q k^T) v, with s = 1/sqrt(d) unless given. */
export const attention: Op = {
  name: 'attention',
  notation,
  shape: attentionShape,
  forward: (field, inputs) => {
    const mask = inputs[4]
    const trouble = mask === undefined ? null : seeing(field, inputs, mask)
    return trouble === null
      ? { ok: true, value: attended(field, inputs).output }
      : { ok: false, reason: trouble }
  },
  vjp: (field, pass) => back(field, pass),
  mistakes: attentionMistakes(back, masked, { forward: scoredUnturned, back: backUnturned }),
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
    ]
      .map((shapes): Sample => ({ shapes }))
      .concat([
        { shapes: [[2, 2], [2, 2], [2, 1], [], [2, 2]], entries: [null, null, null, null, seen] },
        { shapes: [[1], [3, 1], [3, 2], [], [3]], entries: [null, null, null, null, seen] },
      ]),
    misfit: [
      [[], [2, 2], [2, 2]],
      [[2], [2], [2, 2]],
      [[2], [2, 2], [2]],
      [[3], [2, 2], [2, 2]],
      [[2], [2, 2], [3, 2]],
      [[2], [2, 2], [2, 2], [1]],
      [[2, 2], [2, 2], [2, 2], [], [3]],
    ].map(shapes => ({ shapes })),
  },
}
