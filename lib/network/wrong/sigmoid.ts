import { sigmoid } from '@/lib/exact/elementary'
import { mapTensor, zipTensors } from '@/lib/exact/tensor'
import { input } from '../op'
import { type OpMistakes, tried } from './wrong'

/** The slope s(1 - s) of a sigmoid with the wrong s: the sigmoid of what is one already, z itself, or the gradient. */
export const sigmoidMistakes: OpMistakes = {
  back: (field, { inputs, output, upstream }, _into, { intoLog }) => {
    const z = input(inputs, 0)
    const bell = (s: typeof field.zero) => field.mul(s, field.sub(field.one, s))
    // G a(1 - a) is p - y already, where G comes from a logarithm of a.
    const twice = () => zipTensors(output, upstream, (a, g) => field.mul(g, field.mul(bell(a), bell(a))))
    return tried(
      [
        'sigmoid-slope-twice',
        () => zipTensors(output, upstream, (a, g) => field.mul(g, bell(sigmoid(field, a)))),
      ],
      ['sigmoid-slope-twice', () => zipTensors(z, upstream, (z, g) => field.mul(g, bell(z)))],
      ['slope-cut', () => zipTensors(output, upstream, (a, g) => field.mul(g, field.sub(field.one, a)))],
      ['slope-cut', () => zipTensors(output, upstream, (a, g) => field.mul(g, a))],
      ...(intoLog ? ([['sigmoid-in-loss-twice', twice]] as const) : []),
      ['sigmoid-slope-of-g', () => mapTensor(upstream, bell)],
      ['forward-as-gradient', () => output],
      ['link-dropped', () => upstream],
    )
  },
}
