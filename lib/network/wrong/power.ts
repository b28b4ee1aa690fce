import type { TranscendentalField } from '@/lib/exact/atoms'
import { power as powerOf } from '@/lib/exact/power'
import { rational } from '@/lib/exact/rational'
import { mapTensor, type Tensor, zipTensors } from '@/lib/exact/tensor'
import { input, type Pass } from '../op'
import { type OpMistakes, type Site, tried, type Wrong, wrong } from './wrong'

/** The square of a parameter is a penalty: its gradient twice, or a constant. */
function penaltyBack<S>(
  field: TranscendentalField<S>,
  w: Tensor<S>,
  upstream: Tensor<S>,
  [operand]: Site['operands'],
): Wrong<S>[] {
  if (operand !== 'parameter') return []
  const twice = mapTensor(upstream, g => field.add(g, g))
  const double = zipTensors(w, twice, field.mul)
  return [
    wrong(
      'penalty-double',
      mapTensor(double, entry => field.add(entry, entry)),
    ),
    wrong('penalty-constant', twice),
  ]
}

/** Mistakes about a square, above all in a loss; r is what is squared. */
function squareBack<S>(
  field: TranscendentalField<S>,
  { inputs, upstream }: Pass<S>,
  { inLoss, operands }: Site,
): Wrong<S>[] {
  const r = input(inputs, 0)
  const slope = mapTensor(r, x => field.add(x, x))
  const found = [
    wrong('no-two', zipTensors(r, upstream, field.mul)),
    wrong('link-dropped', upstream),
    ...penaltyBack(field, r, upstream, operands),
  ]
  if (!inLoss) return found
  const right = zipTensors(slope, upstream, field.mul)
  const squares = zipTensors(r, upstream, (x, g) => field.mul(g, field.mul(x, x)))
  // In a mean of squares both the 2 and the 1/n are lost; in a sum it is the 2 alone.
  const averaged = upstream.data.some(g => !field.equals(g, field.one))
  if (averaged && operands[0] !== 'parameter') found.push(wrong('mean-square-bare', r))
  return [...found, wrong('residual-flip', mapTensor(right, field.neg)), wrong('loss-as-gradient', squares)]
}

export const squareMistakes: OpMistakes = {
  forward: (_field, { inputs }) => [wrong('square-omitted', input(inputs, 0))],
  back: (field, pass, _into, site) => squareBack(field, pass, site),
}

/** Mistakes about `x^k`; `x^2` has those of a square. */
export const powerMistakes: OpMistakes = {
  forward: (_field, { inputs, settings }) =>
    settings[0] === 2 ? [wrong('square-omitted', input(inputs, 0))] : [],
  back: (field, pass, _into, site) => {
    const [k = 0] = pass.settings
    if (k === 2) return squareBack(field, pass, site)
    if (k === 0 || k === 1) return []
    const x = input(pass.inputs, 0)
    const raised = (to: number, factor: number) => () =>
      zipTensors(x, pass.upstream, (entry, g) =>
        field.mul(g, field.mul(field.fromRational(rational(factor)), powerOf(field, entry, to))),
      )
    return tried(
      ['link-dropped', () => pass.upstream],
      ['power-slope', raised(k - 1, 1)],
      ['exponent-kept', raised(k, k)],
    )
  },
}
