import { entryOf, mapTensor, type Tensor, zipTensors } from '@/lib/exact/tensor'
import { type MistakeId, type Wrong, wrong } from '@/lib/network'
import { type Trial, tried } from '@/lib/network/wrong/wrong'
import type { About } from '../derivation/quantity'
import { constant, scalar } from '../derivation/rules'
import { directionOf, inputsOf, overRoot } from '../descent/direction'
import { clipped, decayed, newShare, shiftSum } from '../descent/rules'
import type { Direction } from '../descent/terms'
import type { Numbers } from './numbers'

type Of<K extends About['kind']> = Extract<About, { kind: K }>

/** A parameter after a step: the wrong way, the wrong length, or by a wrong rule of the method. */
export function descendedMistakes<S>(about: Of<'descended'>, numbers: Numbers<S>): Wrong<S>[] {
  const { direction, up } = about
  const { field, budget } = numbers
  const known = tensors([about.from, ...everyInput(direction)], numbers)
  const rate = constant(about.rate, field, budget)
  if (known === null || rate === null) return []
  const of = lookup(known)
  const [w, eta] = [of(about.from), entryOf(rate, 0)]
  const [forth, back] = up ? [field.add, field.sub] : [field.sub, field.add]
  const along = (way: Tensor<S>) => zipTensors(w, way, forth)
  const stepped = (way: Tensor<S> | null) => way && along(times(way))
  const times = (way: Tensor<S>) => mapTensor(way, entry => field.mul(eta, entry))
  const way = () => directionOf(direction, field, of)
  const moved = (from: (move: Tensor<S>) => Tensor<S>) => () => {
    const right = way()
    return right && from(times(right))
  }
  return tried(
    [up ? 'ascend-for-descend' : 'step-up', moved(move => zipTensors(w, move, back))],
    ...unscaled(direction, of, way, along),
    ['step-replace', moved(move => (up ? move : mapTensor(move, field.neg)))],
    [
      'step-scale',
      moved(move => zipTensors(w, move, (value, step) => field.mul(value, forth(field.one, step)))),
    ],
    ...ofMethod(direction, numbers, of).map(([mistake, rule]): Trial<S> => [mistake, () => stepped(rule())]),
  )
}

/** The step without the rate. */
function unscaled<S>(
  direction: Direction,
  of: (id: string) => Tensor<S>,
  way: () => Tensor<S> | null,
  along: (way: Tensor<S>) => Tensor<S>,
): Trial<S>[] {
  const whole = (): Tensor<S> | null => {
    const right = way()
    return right && along(right)
  }
  if (direction.kind !== 'velocity') return [['step-no-rate', whole]]
  const { velocity, nesterov } = direction
  const alone: Trial<S>[] = nesterov ? [['velocity-not-scaled', () => along(of(velocity))]] : []
  return [['velocity-not-scaled', whole], ...alone]
}

/** Wrong directions of the methods. */
function ofMethod<S>(
  direction: Direction,
  { field }: Numbers<S>,
  of: (id: string) => Tensor<S>,
): (readonly [MistakeId, () => Tensor<S> | null])[] {
  const plain = (value: S): S => value
  switch (direction.kind) {
    case 'gradient':
      return []
    case 'velocity':
      return [['momentum-forgotten', () => of(direction.gradient)]]
    case 'adam': {
      const { m, s, corrections, eps } = direction
      const [first, second] = corrections.map(value => field.fromRational(value))
      const corrected = (id: string, by = field.one) => mapTensor(of(id), one => field.div(one, by))
      return [
        ['adam-no-correction', () => overRoot(field, of(m), of(s), eps)],
        ['adam-root-omitted', () => overRoot(field, corrected(m, first), corrected(s, second), eps, plain)],
      ]
    }
    case 'rmsprop': {
      const { gradient, s, eps } = direction
      return [['adam-root-omitted', () => overRoot(field, of(gradient), of(s), eps, plain)]]
    }
  }
}

/** The right inputs, and the gradient that a velocity is mistaken for. */
function everyInput(direction: Direction): string[] {
  return direction.kind === 'velocity' ? [direction.gradient, direction.velocity] : inputsOf(direction)
}

/** v = g, and v = g - MU v. In the first step both are right. */
export function velocityMistakes<S>(about: Of<'velocity'>, numbers: Numbers<S>): Wrong<S>[] {
  const { gradient, before, mu } = about
  const known = before === null ? null : tensors([gradient, before], numbers)
  if (known === null || before === null) return []
  const { field } = numbers
  const of = lookup(known)
  const share = field.fromRational(mu)
  return [
    wrong('momentum-forgotten', of(gradient)),
    wrong(
      'momentum-sign',
      zipTensors(of(gradient), of(before), (g, v) => field.sub(g, field.mul(share, v))),
    ),
  ]
}

/** The same of a moment. */
export function momentMistakes<S>(about: Of<'moment'>, numbers: Numbers<S>): Wrong<S>[] {
  const { gradient, before, share } = about
  const known = before === null ? null : tensors([gradient, before], numbers)
  if (known === null || before === null) return []
  const { field } = numbers
  const of = lookup(known)
  const fresh = newShare(gradient, share, about.of === 'm' ? 1 : 2, field, of)
  const kept = field.fromRational(share)
  return [
    wrong('momentum-forgotten', fresh),
    wrong(
      'momentum-sign',
      zipTensors(fresh, of(before), (g, m) => field.sub(g, field.mul(kept, m))),
    ),
  ]
}

/** A gradient without its decay, or with the sign of it turned. */
export function pulledMistakes<S>({ pull }: Of<'pulled'>, numbers: Numbers<S>): Wrong<S>[] {
  const { gradient, from, clip, decay, up } = pull
  if (decay === null) return []
  const known = tensors([gradient, from, ...(clip === null ? [] : [clip.norm])], numbers)
  if (known === null) return []
  const { field } = numbers
  const of = lookup(known)
  return tried(
    ['decay-omitted', () => clipped(pull, field, of)],
    ['decay-sign', () => decayed({ from, decay, up: !up }, clipped(pull, field, of), field, of)],
  )
}

/** A prediction with the wrong sign, or without the rate. */
export function foreseenMistakes<S>({ shifts, rate }: Of<'foreseen'>, numbers: Numbers<S>): Wrong<S>[] {
  const { field, budget } = numbers
  const ids = shifts.flatMap(({ gradient, from, to }) => [gradient, from, to])
  const known = tensors(ids, numbers)
  const eta = constant(rate, field, budget)
  if (known === null || eta === null) return []
  const of = lookup(known)
  const sum = () => shifts.map(shift => shiftSum(shift, field, of)).reduce(field.add, field.zero)
  return tried(
    ['predict-no-rate', () => scalar(field.div(sum(), entryOf(eta, 0)))],
    ['predict-sign', () => scalar(field.neg(sum()))],
  )
}

function lookup<S>(known: ReadonlyMap<string, Tensor<S>>): (id: string) => Tensor<S> {
  return id => {
    const value = known.get(id)
    if (value === undefined) throw new RangeError(`${id} was not looked up`)
    return value
  }
}

/** Null where one of them has no value. */
export function tensors<S>(ids: readonly string[], numbers: Numbers<S>): Map<string, Tensor<S>> | null {
  const found = new Map<string, Tensor<S>>()
  for (const id of ids) {
    const value = numbers.of(id)
    if (value === null) return null
    found.set(id, value)
  }
  return found
}
