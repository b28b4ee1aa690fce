import { isElement, type Scalar } from '@/lib/exact/atoms'
import { entryMathml, math, partialMathml } from '@/lib/exact/mathml'
import { type Rational, rationals } from '@/lib/exact/rational'
import { mapTensor, placeOf, type Tensor } from '@/lib/exact/tensor'
import type { Key } from '@/lib/exercise'
import type { FigureKnob } from '@/lib/protocol/figure'
import { onLine } from '../number'
import { type AskedFigure, needed, rangeIn } from './asked'
import { printer } from './print'

/** A knob, and what each of its positions makes of the leaf that it is in. */
export interface Turned {
  readonly knob: FigureKnob
  readonly moved: readonly ReadonlyMap<string, Tensor<Scalar>>[]
}

/** `knob=b1[2] from=0 to=2 by=1/10`: one entry of a given or a param. Its exercise's own number is one of the positions. */
export function turned(asked: AskedFigure, key: Key): Turned {
  const name = needed(asked, 'knob')
  const { leaf, place, index } = entryIn(name, key)
  const range = rangeIn(asked)
  const own = leaf.data[place]
  const start = range.findIndex(value => isRational(own) && rationals.equals(value, own))
  if (start < 0) throw new Error(`${name} of the exercise is none of the positions`)
  const print = printer(key)
  return {
    knob: {
      name,
      mathml: math(entryMathml(leafName(name), index)),
      gradient: math(partialMathml(key.exercise.loss ?? 'L', leafName(name), [], index)),
      leaf: leafName(name),
      place,
      positions: range.map(print),
      start,
    },
    moved: range.map(
      value => new Map([[leafName(name), mapTensor(leaf, (entry, at) => (at === place ? value : entry))]]),
    ),
  }
}

const isRational = (value: Scalar | undefined): value is Rational => value !== undefined && !isElement(value)

const leafName = (name: string): string => name.replace(/\[.*$/, '')

/** The entry that a text names, as `b1[2]` or `x`, of a given or a param with numbers. */
export function entryIn(name: string, key: Key) {
  const [, of = '', said] = /^([^[\]]+)(?:\[(\d+(?:,\d+)*)\])?$/.exec(name) ?? []
  const node = key.exercise.graph.get(of)
  const leaf = key.values.get(of)
  if (!node || !leaf || (node.role !== 'given' && node.role !== 'param') || node.symbols !== null) {
    throw new Error(`${name} is no given and no param with numbers`)
  }
  const numbers = said?.split(',').map(Number) ?? []
  const whole = numbers.length === 1 ? onLine(leaf.shape, numbers[0] ?? 0) : numbers
  const place =
    whole.length === leaf.shape.length
      ? placeOf(
          leaf.shape,
          whole.map(at => at - 1),
        )
      : null
  if (place === null) throw new Error(`${name} is no entry`)
  return { leaf, place, index: numbers }
}
