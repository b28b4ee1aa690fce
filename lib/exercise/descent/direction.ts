import type { TranscendentalField } from '@/lib/exact/atoms'
import { powRational, type Rational, rationals } from '@/lib/exact/rational'
import { entryOf, mapTensor, type Tensor, zipTensors } from '@/lib/exact/tensor'
import type { Lookup } from '../derivation/quantity'
import type { Direction } from './terms'

/** Ids of the quantities that a direction is computed from. */
export function inputsOf(direction: Direction): string[] {
  switch (direction.kind) {
    case 'gradient':
      return [direction.gradient]
    case 'velocity':
      return direction.nesterov ? [direction.gradient, direction.velocity] : [direction.velocity]
    case 'adam':
      return [direction.m, direction.s]
    case 'rmsprop':
      return [direction.gradient, direction.s]
  }
}

/** Its value; null where an entry that is not 0 is divided by 0. */
export function directionOf<S>(
  direction: Direction,
  field: TranscendentalField<S>,
  of: Lookup<S>,
): Tensor<S> | null {
  switch (direction.kind) {
    case 'gradient':
      return of(direction.gradient)
    case 'velocity': {
      const v = of(direction.velocity)
      const mu = field.fromRational(direction.mu)
      if (!direction.nesterov) return v
      return zipTensors(of(direction.gradient), v, (g, speed) => field.add(g, field.mul(mu, speed)))
    }
    case 'adam': {
      const [first, second] = direction.corrections.map(value => field.fromRational(value))
      const corrected = (moment: Tensor<S>, by = field.one) => mapTensor(moment, one => field.div(one, by))
      const [m, s] = [corrected(of(direction.m), first), corrected(of(direction.s), second)]
      return overRoot(field, m, s, direction.eps)
    }
    case 'rmsprop':
      return overRoot(field, of(direction.gradient), of(direction.s), direction.eps)
  }
}

/**
 * Each entry over the root of its moment, plus eps. 0 over 0 is 0: an entry whose gradients were all 0 stays. Null where
 * there is no such number: for a moment below 0, which a student may have typed, and for anything else over 0.
 */
export function overRoot<S>(
  field: TranscendentalField<S>,
  top: Tensor<S>,
  moment: Tensor<S>,
  eps: Rational,
  root: (value: S) => S = field.sqrt,
): Tensor<S> | null {
  const data: S[] = []
  for (const [at, entry] of top.data.entries()) {
    const own = entryOf(moment, at)
    if (field.sign(own) < 0) return null
    const length = root(own)
    const below = rationals.isZero(eps) ? length : field.add(length, field.fromRational(eps))
    if (!field.isZero(below)) data.push(field.div(entry, below))
    else if (field.isZero(entry)) data.push(field.zero)
    else return null
  }
  return { shape: top.shape, data }
}

/** 1 - SHARE^t. */
export function correction(share: Rational, round: number): Rational {
  return rationals.sub(rationals.one, powRational(share, round))
}
