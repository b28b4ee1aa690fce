import { zipTensors } from '@/lib/exact/tensor'
import { input } from '../op'
import { type OpMistakes, tried } from './wrong'

/** Of a logarithm in a loss, which is mostly that of a probability: its sign. */
export const logMistakes: OpMistakes = {
  back: (field, { inputs, upstream }, _into, { inLoss }) =>
    tried(
      ['link-dropped', () => upstream],
      [
        'ce-sign',
        () => (inLoss ? zipTensors(input(inputs, 0), upstream, (p, g) => field.neg(field.div(g, p))) : null),
      ],
    ),
}
