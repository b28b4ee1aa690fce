import type { Scalar } from '@/lib/exact/atoms'
import { math, nameMathml } from '@/lib/exact/mathml'
import { rationals } from '@/lib/exact/rational'
import { type Tensor, zipTensors } from '@/lib/exact/tensor'
import { Elsewhere, type Key, type Passes } from '@/lib/exercise'
import type { DescentFigure } from '@/lib/protocol/figure'
import { plainSentence } from '@/lib/words/sentence'
import { type AskedFigure, numberIn, onlyThese, rangeIn } from './asked'
import { drawn, printer } from './print'

/** `figure descent exercise=… from=0 to=0.2 by=0.01 at=0.01`: all params go from the exercise's own against their gradients. */
export function descentFigure(asked: AskedFigure, key: Key, caption: string): DescentFigure {
  onlyThese(asked, ['from', 'to', 'by', 'at'])
  const { loss, graph } = key.exercise
  const params = [...graph.values()].filter(({ role }) => role === 'param').map(({ name }) => name)
  if (loss === null || params.length === 0) throw new Error('a descent needs a loss and params')
  const rates = rangeIn(asked)
  const [first] = rates
  if (first === undefined || !rationals.isZero(first)) throw new Error('a descent begins at from=0')
  const shownFirst = numberIn(asked, 'at')
  const start = rates.findIndex(rate => rationals.equals(rate, shownFirst))
  if (start < 0) throw new Error('at is none of the rates')

  const elsewhere = new Elsewhere(key)
  const { field } = elsewhere
  const gradient = (name: string): Tensor<Scalar> => found(key.gradients, name)
  const squares = params
    .flatMap(name => gradient(name).data)
    .reduce((sum, slope) => field.add(sum, field.mul(slope, slope)), field.zero)
  const lossIn = ({ values }: Pick<Passes, 'values'>): Scalar => found(values, loss).data[0] ?? field.zero
  const before = lossIn(key)
  const at = rates.map(rate => {
    const by = field.fromRational(rate)
    const moved = params.map((name): [string, Tensor<Scalar>] => [
      name,
      zipTensors(found(key.values, name), gradient(name), (own, slope) =>
        field.sub(own, field.mul(by, slope)),
      ),
    ])
    const made = elsewhere.passes(new Map(moved))
    if (!made.ok) throw new Error(plainSentence(made.reason))
    const after = lossIn(made.passes)
    const foretold = field.neg(field.mul(by, squares))
    return { rate, after, change: field.sub(after, before), foretold, tangent: field.add(before, foretold) }
  })
  const print = printer(key)
  return {
    kind: 'descent',
    caption,
    loss: math(nameMathml(loss)),
    rates: rates.map(print),
    start,
    losses: at.map(({ after }) => print(after)),
    changes: at.map(({ change }) => print(change)),
    foretold: at.map(({ foretold }) => print(foretold)),
    curve: at.map(({ rate, after }) => [drawn(rate), drawn(after)]),
    tangent: at.map(({ rate, tangent }) => [drawn(rate), drawn(tangent)]),
  }
}

function found(tensors: ReadonlyMap<string, Tensor<Scalar>>, name: string): Tensor<Scalar> {
  const tensor = tensors.get(name)
  if (tensor === undefined) throw new RangeError(`no ${name}`)
  return tensor
}
