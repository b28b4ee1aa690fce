import { zipTensors } from '@/lib/exact/tensor'
import { input } from '../op'
import { type OpMistakes, tried } from './wrong'

/** The sign of a logarithm in a loss, where it is mostly that of a probability. */
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
