import type { TranscendentalField } from '@/lib/exact/atoms'
import { entryOf, mapTensor, type Tensor, zipTensors } from '@/lib/exact/tensor'
import { input } from '../op'
import { type OpMistakes, tried } from './wrong'

/** Mistakes about which entries a gate lets through, or what it does to them. */
export const reluMistakes: OpMistakes = {
  forward: (field, { inputs }) => {
    const z = input(inputs, 0)
    return tried(
      ['relu-omitted', () => z],
      ['relu-as-abs', () => mapTensor(z, entry => (field.sign(entry) < 0 ? field.neg(entry) : entry))],
    )
  },
  back: (field, { inputs, output, upstream }) => {
    const z = input(inputs, 0)
    const gate = (open: (z: typeof field.zero, g: typeof field.zero) => boolean) => () =>
      zipTensors(z, upstream, (entry, g) => (open(entry, g) ? g : field.zero))
    return tried(
      ['mask-omitted', () => upstream],
      ['mask-by-upstream-sign', gate((_, g) => field.sign(g) > 0)],
      ['guided', gate((entry, g) => field.sign(entry) > 0 && field.sign(g) > 0)],
      ['relu-slope-z', () => zipTensors(output, upstream, field.mul)],
      ['forward-as-gradient', () => output],
      ['mask-inverted', gate(entry => field.sign(entry) <= 0)],
      ['mask-shifted', () => shifted(field, z, upstream)],
      ['kink', gate(entry => field.sign(entry) >= 0)],
    )
  },
}

/** Each unit is gated by the next unit, the last by the first. */
function shifted<S>(field: TranscendentalField<S>, z: Tensor<S>, upstream: Tensor<S>): Tensor<S> {
  const count = z.data.length
  return mapTensor(upstream, (g, at) => (field.sign(entryOf(z, (at + 1) % count)) > 0 ? g : field.zero))
}
