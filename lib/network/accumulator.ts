import type { TranscendentalField } from '@/lib/exact/atoms'
import { type Shape, sizeOf, type Tensor } from '@/lib/exact/tensor'

/** Sums that arrive entry by entry; an entry to which nothing was added is zero. */
export class Accumulator<S> {
  private readonly sums: (S | undefined)[]

  constructor(
    private readonly field: TranscendentalField<S>,
    private readonly shape: Shape,
  ) {
    this.sums = new Array<S | undefined>(sizeOf(shape)).fill(undefined)
  }

  add(place: number, term: S): void {
    const sum = this.sums[place]
    this.sums[place] = sum === undefined ? term : this.field.add(sum, term)
  }

  total(): Tensor<S> {
    return { shape: this.shape, data: this.sums.map(sum => (sum === undefined ? this.field.zero : sum)) }
  }
}

export function addTensors<S>(field: TranscendentalField<S>, a: Tensor<S>, b: Tensor<S>): Tensor<S> {
  const sum = new Accumulator(field, a.shape)
  for (const part of [a, b]) for (const [place, entry] of part.data.entries()) sum.add(place, entry)
  return sum.total()
}
