import type { TranscendentalField } from '@/lib/exact/atoms'
import { type Rational, rationals } from '@/lib/exact/rational'
import { entryOf, mapTensor, type Tensor, zipTensors } from '@/lib/exact/tensor'
import type { Expr } from '@/lib/network'
import type { Lookup, Rule } from '../derivation/quantity'
import { constant, powerSum, scalar } from '../derivation/rules'
import { directionOf, inputsOf } from './direction'
import type { Direction, Pull, Shift } from './terms'

/** The root of the sum of all squared gradient entries. */
export function normRule(gradients: readonly string[]): Rule {
  return {
    inputs: gradients,
    compute: (field, of) => scalar(field.sqrt(powerSum(field, gradients, of, 2))),
  }
}

export function pullRule(pull: Pull): Rule {
  const { gradient, from, clip, decay } = pull
  return {
    inputs: [gradient, ...(clip === null ? [] : [clip.norm]), ...(decay === null ? [] : [from])],
    compute: (field, of) => decayed(pull, clipped(pull, field, of), field, of),
  }
}

/** As PyTorch's clip_grad_norm_, without the 1e-6 that it adds to the norm. */
export function clipped<S>(
  { gradient, clip }: Pull,
  field: TranscendentalField<S>,
  of: Lookup<S>,
): Tensor<S> {
  const g = of(gradient)
  if (clip === null) return g
  const norm = entryOf(of(clip.norm), 0)
  const most = field.fromRational(clip.most)
  if (field.sign(field.sub(norm, most)) <= 0) return g
  return mapTensor(g, entry => field.div(field.mul(entry, most), norm))
}

/**
 * With the decay added, as PyTorch's weight_decay. Uphill it is taken off, as under PyTorch's maximize: it draws towards 0 either
 * way.
 */
export function decayed<S>(
  { from, decay, up }: Pick<Pull, 'from' | 'decay' | 'up'>,
  g: Tensor<S>,
  field: TranscendentalField<S>,
  of: Lookup<S>,
): Tensor<S> {
  if (decay === null) return g
  const share = field.fromRational(decay)
  const join = up ? field.sub : field.add
  return zipTensors(g, of(from), (entry, w) => join(entry, field.mul(share, w)))
}

/** v = MU v + g, from v = 0. */
export function velocityRule(gradient: string, before: string | null, mu: Rational): Rule {
  if (before === null) return { inputs: [gradient], compute: (_field, of) => of(gradient) }
  return {
    inputs: [before, gradient],
    compute: (field, of) =>
      zipTensors(of(before), of(gradient), (v, g) => field.add(field.mul(field.fromRational(mu), v), g)),
  }
}

/** SHARE m + (1 - SHARE) g^power, from m = 0. */
export function momentRule(gradient: string, before: string | null, share: Rational, power: 1 | 2): Rule {
  return {
    inputs: [...(before === null ? [] : [before]), gradient],
    compute: (field, of) => {
      const fresh = newShare(gradient, share, power, field, of)
      if (before === null) return fresh
      const kept = field.fromRational(share)
      return zipTensors(of(before), fresh, (m, g) => field.add(field.mul(kept, m), g))
    },
  }
}

/** (1 - SHARE) g^power */
export function newShare<S>(
  gradient: string,
  share: Rational,
  power: 1 | 2,
  field: TranscendentalField<S>,
  of: Lookup<S>,
): Tensor<S> {
  const rest = field.fromRational(rationals.sub(rationals.one, share))
  return mapTensor(of(gradient), g => field.mul(rest, power === 1 ? g : field.mul(g, g)))
}

/** The parameter minus the rate times the direction; plus it, uphill. */
export function steppedRule(rate: Expr, from: string, direction: Direction, up: boolean): Rule {
  return {
    inputs: [from, ...inputsOf(direction)],
    compute: (field, of, budget) => {
      const eta = constant(rate, field, budget)
      const way = eta === null ? null : directionOf(direction, field, of)
      if (eta === null || way === null) return null
      const join = up ? field.add : field.sub
      return zipTensors(of(from), way, (w, d) => join(w, field.mul(entryOf(eta, 0), d)))
    },
  }
}

/** The same value to go on with, together with those of the other parameters. */
export function settledRule(from: string, among: readonly string[]): Rule {
  return {
    inputs: among,
    compute: (field, of) => {
      const { shape, data } = of(from)
      const all = among.flatMap(id => of(id).data)
      return { shape, data: field.settled?.(data, all) ?? data }
    },
  }
}

/** `-ETA * (sum of squared gradient entries)`; uphill without the sign. */
export function squaresRule(rate: Expr, gradients: readonly string[], up: boolean): Rule {
  return {
    inputs: gradients,
    compute: (field, of, budget) => {
      const eta = constant(rate, field, budget)
      if (eta === null) return null
      const change = field.mul(entryOf(eta, 0), powerSum(field, gradients, of, 2))
      return scalar(up ? change : field.neg(change))
    },
  }
}

/** The sum of each gradient entry times what its parameter's entry changes by. */
export function foreseenRule(shifts: readonly Shift[]): Rule {
  return {
    inputs: shifts.flatMap(({ gradient, from, to }) => [gradient, from, to]),
    compute: (field, of) =>
      scalar(shifts.map(shift => shiftSum(shift, field, of)).reduce(field.add, field.zero)),
  }
}

export function shiftSum<S>({ gradient, from, to }: Shift, field: TranscendentalField<S>, of: Lookup<S>): S {
  const change = zipTensors(of(to), of(from), field.sub)
  return zipTensors(of(gradient), change, field.mul).data.reduce(field.add, field.zero)
}
