import type { Arithmetic } from './bare'

type Vector<N> = readonly N[]

/** Parameters in the order of the file: rows of W1, b1, W2, b2. */
interface Params<N> {
  readonly w1: readonly Vector<N>[]
  readonly b1: Vector<N>
  readonly w2: Vector<N>
  readonly b2: N
}

/**
 * The full small network (full-small-network.chalk) written out by hand over any arithmetic: forward,
 * backward, both nudges and one descent. What every step asks for, in the order of the file.
 */
export function smallNetwork<N>(field: Arithmetic<N>, isPositive: (a: N) => boolean): N[] {
  const { add, sub, mul } = field
  const number = (n: number, places = 0): N =>
    n < 0 ? field.neg(field.number(-n, places)) : field.number(n, places)
  const tenths = (...all: number[]): N[] => all.map(n => number(n, 1))
  const total = (all: readonly N[]): N => all.reduce((sum, one) => add(sum, one))
  const zero = number(0)

  const x = [number(1), number(2)]
  const y = number(8, 1)
  const params: Params<N> = {
    w1: [tenths(-6, 8), tenths(10, -10), tenths(20, -5)],
    b1: tenths(2, 4, -5),
    w2: tenths(-5, -20, 2),
    b2: number(-2, 1),
  }

  const forward = ({ w1, b1, w2, b2 }: Params<N>) => {
    const z = w1.map((row, i) => add(total(row.map((w, j) => mul(w, x[j]!))), b1[i]!))
    const h = z.map(entry => (isPositive(entry) ? entry : zero))
    const yhat = add(total(h.map((entry, i) => mul(w2[i]!, entry))), b2)
    const residual = sub(yhat, y)
    return { z, h, yhat, residual, loss: mul(residual, residual) }
  }
  const { z, h, yhat, residual, loss } = forward(params)

  const dyhat = mul(number(2), residual)
  const dw2 = h.map(entry => mul(dyhat, entry))
  const dh = params.w2.map(w => mul(dyhat, w))
  const dz = dh.map((entry, i) => (isPositive(z[i]!) ? entry : zero))
  const dw1 = dz.map(entry => x.map(input => mul(entry, input)))
  const gradient: Params<N> = { w1: dw1, b1: dz, w2: dw2, b2: dyhat }

  /** Each parameter with its gradient and its number in the file, from 1. */
  const moved = (by: (gradient: N, nth: number) => N): { after: Params<N>; predicted: N } => {
    let nth = 0
    const changes: N[] = []
    const move = (value: N, slope: N): N => {
      nth += 1
      const change = by(slope, nth)
      changes.push(mul(slope, change))
      return add(value, change)
    }
    const moves = (values: Vector<N>, slopes: Vector<N>): N[] =>
      values.map((value, i) => move(value, slopes[i]!))
    const after = {
      w1: params.w1.map((row, i) => moves(row, gradient.w1[i]!)),
      b1: moves(params.b1, gradient.b1),
      w2: moves(params.w2, gradient.w2),
      b2: move(params.b2, gradient.b2),
    }
    return { after, predicted: total(changes) }
  }
  const nudged = (by: (nth: number) => N): N[] => {
    const { after, predicted } = moved((_slope, nth) => by(nth))
    return [predicted, sub(forward(after).loss, loss)]
  }
  const rate = number(1, 2)
  const descent = moved(slope => field.neg(mul(rate, slope)))
  const { loss: lower } = forward(descent.after)
  const { w1, b1, w2, b2 } = descent.after

  return [
    [...z, ...h, yhat, loss, dyhat, ...dw2, dyhat, ...dh, ...dz, ...dw1.flat(), ...dz],
    nudged(() => number(1, 2)),
    nudged(nth => number(nth, 3)),
    [...w1.flat(), ...b1, ...w2, b2],
    [descent.predicted, lower, sub(lower, loss)],
  ].flat()
}
