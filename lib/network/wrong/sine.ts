import { zipTensors } from '@/lib/exact/tensor'
import { input } from '../op'
import { type OpMistakes, tried } from './wrong'

/** sin' = cos and cos' = -sin with the sign of the other one. */
export const sineMistakes: OpMistakes = {
  back: ({ mul, neg, cos }, { inputs, upstream }) =>
    tried(
      ['sin-slope-sign', () => zipTensors(input(inputs, 0), upstream, (x, g) => neg(mul(g, cos(x))))],
      ['link-dropped', () => upstream],
    ),
}

export const cosineMistakes: OpMistakes = {
  back: ({ mul, sin }, { inputs, upstream }) =>
    tried(
      ['sin-slope-sign', () => zipTensors(input(inputs, 0), upstream, (x, g) => mul(g, sin(x)))],
      ['link-dropped', () => upstream],
    ),
}
