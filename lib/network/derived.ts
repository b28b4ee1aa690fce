import { type Rational, rational, shortest } from '@/lib/exact/rational'
import { type Shape, sameShape, sizeOf } from '@/lib/exact/tensor'
import type { Place } from '@/lib/language/place'
import { message } from '@/lib/words/message'
import { axisTrouble } from './axis'
import { type ExprItem, fits, input, misfit, type Op, type Settings, type ShapeRule } from './op'
import {
  divide,
  exp,
  log,
  matmul,
  mean,
  multiply,
  negate,
  power,
  raised,
  relu,
  reshape,
  sqrt,
  subtract,
  sum,
  transpose,
  variance,
} from './ops'
import { largestExponent } from './ops/power'
import { reducedShape } from './reduction'

/**
 * A function that is other ops put together. It is nothing but these ops once a file is read, so they bring its value,
 * its gradient, its formula, its words and its mistakes along.
 */
export interface Derived {
  readonly name: string
  readonly setting?: Op['setting']
  /** As of an op; where shapes go together here, those of the parts do. */
  shape(inputs: readonly Shape[], settings: Settings): ShapeRule
  /** Puts the parts behind one another; the last one is the value. `inputs` are places of what goes in. */
  build(parts: Builder, inputs: readonly number[], settings: Settings): void
}

/** Adds items to an expression that is being read; each method gives the place of its item. */
export class Builder {
  constructor(
    private readonly items: ExprItem[],
    private readonly place: Place,
  ) {}

  shapeOf(at: number): Shape {
    return this.items[at]?.shape ?? []
  }

  number(value: Rational): number {
    return this.push({ kind: 'number', value, text: shortest(value), shape: [], place: this.place })
  }

  apply(op: Op, inputs: readonly number[], settings: Settings = []): number {
    const rule = op.shape(
      inputs.map(at => this.shapeOf(at)),
      settings,
    )
    if (!rule.ok) throw new RangeError(`${op.name}: ${rule.reason.id}`)
    return this.push({ kind: 'apply', op, inputs, settings, shape: rule.shape, place: this.place })
  }

  private push(item: ExprItem): number {
    return this.items.push(item) - 1
  }
}

/** Two tensors of one shape: a shape that only broadcasts is a slip where each entry has its own target. */
function alike(shapes: readonly Shape[], shape: (own: Shape) => Shape): ShapeRule {
  const [a, b] = [input(shapes, 0), input(shapes, 1)]
  return sameShape(a, b) ? fits(shape(a)) : misfit(message('derived.not-alike', { a, b }))
}

/** Under another name, or as a function what is an operator. */
function alias(name: string, op: Op): Derived {
  return { name, shape: op.shape, build: (parts, inputs, settings) => parts.apply(op, inputs, settings) }
}

/** The logarithm to a base: ln x / ln base. */
function logarithm(name: string, base: number): Derived {
  return {
    name,
    shape: log.shape,
    build: (parts, inputs) =>
      parts.apply(divide, [parts.apply(log, inputs), parts.apply(log, [parts.number(rational(base))])]),
  }
}

const list: readonly Derived[] = [
  alias('ln', log),
  alias('transpose', transpose),
  logarithm('log2', 2),
  logarithm('log10', 10),
  {
    // `·` and `×` of two tensors may be either product, so they take a scalar on one side.
    name: 'times',
    shape: shapes => {
      const [a, b] = [input(shapes, 0), input(shapes, 1)]
      if (a.length === 0 || b.length === 0) return multiply.shape([a, b], [])
      return misfit(message('derived.two-products'))
    },
    build: (parts, inputs) => parts.apply(multiply, inputs),
  },
  {
    name: 'dot',
    shape: shapes => {
      const [u, v] = [input(shapes, 0), input(shapes, 1)]
      return u.length === 1 && sameShape(u, v) ? fits([]) : misfit(message('derived.dot'))
    },
    build: (parts, inputs) => parts.apply(matmul, inputs),
  },
  {
    name: 'len',
    setting: 'axis',
    shape: (shapes, [axis = 0]) => {
      const trouble = axisTrouble(input(shapes, 0), axis)
      return trouble === null ? fits([]) : misfit(trouble)
    },
    build: (parts, [x = 0], [axis = 0]) => parts.number(rational(parts.shapeOf(x)[axis - 1] ?? 1)),
  },
  {
    // From one axis on; the first unless said.
    name: 'flatten',
    setting: 'axis',
    shape: (shapes, [axis = 1]) => {
      const x = input(shapes, 0)
      const trouble = x.length === 0 && axis === 1 ? null : axisTrouble(x, axis)
      return trouble === null ? fits(flattened(x, axis)) : misfit(trouble)
    },
    build: (parts, [x = 0], [axis = 1]) => parts.apply(reshape, [x], flattened(parts.shapeOf(x), axis)),
  },
  {
    name: 'std',
    setting: 'axis',
    shape: reducedShape,
    build: (parts, inputs, settings) => parts.apply(sqrt, [parts.apply(variance, inputs, settings)]),
  },
  {
    // The mean over all entries of (a - y)^2.
    name: 'mse',
    shape: shapes => alike(shapes, () => []),
    build: (parts, inputs) => parts.apply(mean, [parts.apply(power, [parts.apply(subtract, inputs)], [2])]),
  },
  {
    // Minus the logarithm of the true class's share, one value a row.
    name: 'nll',
    shape: shapes => {
      if (input(shapes, 0).length === 0) return misfit(message('derived.no-rows'))
      return alike(shapes, own => own.slice(0, -1))
    },
    build: (parts, inputs) => {
      const axis = parts.shapeOf(input(inputs, 0)).length
      parts.apply(negate, [parts.apply(sum, [parts.apply(multiply, inputs)], [axis])])
    },
  },
  {
    // max(0, 1 - s y), entry by entry: a relu, so that its slope is 0 at 0.
    name: 'hinge',
    shape: shapes => alike(shapes, own => own),
    build: (parts, inputs) => {
      const product = parts.apply(multiply, inputs)
      parts.apply(relu, [parts.apply(subtract, [parts.number(rational(1)), product])])
    },
  },
]

/** x^y as exp(y ln x), for x above 0. */
export function raisedTo(parts: Builder, x: number, y: number): void {
  parts.apply(exp, [parts.apply(multiply, [y, parts.apply(log, [x])])])
}

/** A power above 1, which 0 has too; x^(n/2) as a power of the square root; and any other fraction as exp(y ln x). */
export function raisedToFraction(parts: Builder, x: number, y: Rational): void {
  if (y.n > y.d) {
    parts.apply(raised, [x, parts.number(y)])
    return
  }
  const steps = Number(y.n)
  if (y.d !== 2n || Math.abs(steps) > largestExponent) {
    const at = parts.number(y)
    raisedTo(parts, x, at)
    return
  }
  const root = parts.apply(sqrt, [x])
  if (steps !== 1) parts.apply(power, [root], [steps])
}

function flattened(shape: Shape, axis: number): Shape {
  return [...shape.slice(0, axis - 1), sizeOf(shape.slice(axis - 1))]
}

/** What exercise files call by a word and is no op of its own, by that word. */
export const derived: ReadonlyMap<string, Derived> = new Map(list.map(one => [one.name, one]))
