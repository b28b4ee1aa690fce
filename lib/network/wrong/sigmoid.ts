import { sigmoid } from '@/lib/exact/elementary'
import { mapTensor, zipTensors } from '@/lib/exact/tensor'
import { input } from '../op'
import { type OpMistakes, tried } from './wrong'

/** The slope s(1 - s) of a sigmoid with the wrong s: the sigmoid of what is one already, z itself, or the gradient. */
export const sigmoidMistakes: OpMistakes = {
  back: (field, { inputs, output, upstream }) => {
    const z = input(inputs, 0)
    const bell = (s: typeof field.zero) => field.mul(s, field.sub(field.one, s))
    return tried(
      [
        'sigmoid-slope-twice',
        () => zipTensors(output, upstream, (a, g) => field.mul(g, bell(sigmoid(field, a)))),
      ],
      ['sigmoid-slope-twice', () => zipTensors(z, upstream, (z, g) => field.mul(g, bell(z)))],
      ['sigmoid-slope-of-g', () => mapTensor(upstream, bell)],
      ['forward-as-gradient', () => output],
      ['link-dropped', () => upstream],
    )
  },
}
