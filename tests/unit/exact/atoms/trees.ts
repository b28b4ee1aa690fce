import fc from 'fast-check'
import type { TranscendentalField } from '@/lib/exact/atoms'
import { expInterval } from '@/lib/exact/interval/exp'
import {
  addIntervals,
  enclose,
  type Interval,
  mulIntervals,
  negInterval,
  reciprocal,
} from '@/lib/exact/interval/interval'
import { logInterval } from '@/lib/exact/interval/log'
import { sqrtInterval } from '@/lib/exact/interval/sqrt'
import { type Rational, rational } from '@/lib/exact/rational'

/** An expression without symbols, to be computed in more than one way. */
export type Tree =
  | { readonly op: 'number'; readonly value: Rational }
  | { readonly op: 'neg' | 'exp' | 'log' | 'sqrt'; readonly a: Tree }
  | { readonly op: 'add' | 'sub' | 'mul' | 'div'; readonly a: Tree; readonly b: Tree }

export const number = (n: number | bigint, d: number | bigint = 1): Tree => ({
  op: 'number',
  value: rational(n, d),
})
export const unary = (op: 'neg' | 'exp' | 'log' | 'sqrt', a: Tree): Tree => ({ op, a })
export const binary = (op: 'add' | 'sub' | 'mul' | 'div', a: Tree, b: Tree): Tree => ({ op, a, b })

/** The tree's value in a field. */
export function build<S>(field: TranscendentalField<S>, tree: Tree): S {
  switch (tree.op) {
    case 'number':
      return field.fromRational(tree.value)
    case 'neg':
    case 'exp':
    case 'log':
    case 'sqrt':
      return field[tree.op](build(field, tree.a))
    default:
      return field[tree.op](build(field, tree.a), build(field, tree.b))
  }
}

/** The tree's enclosure by interval arithmetic alone, with no algebra: the oracle. */
export function enclosure(tree: Tree, bits: number): Interval {
  const some = (value: Interval | null): Interval => {
    if (!value) throw new Error('no value at this precision')
    return value
  }
  if (tree.op === 'number') return enclose(tree.value, bits)
  const a = enclosure(tree.a, bits)
  switch (tree.op) {
    case 'neg':
      return negInterval(a)
    case 'exp':
      return expInterval(a)
    case 'log':
      return some(logInterval(a))
    case 'sqrt':
      return some(sqrtInterval(a))
    default: {
      const b = enclosure(tree.b, bits)
      if (tree.op === 'add') return addIntervals(a, b)
      if (tree.op === 'sub') return addIntervals(a, negInterval(b))
      return mulIntervals(a, tree.op === 'mul' ? b : some(reciprocal(b)))
    }
  }
}

const smallRational = fc
  .tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 1, max: 4 }))
  .map(([n, d]) => number(n, d))
const counting = fc.integer({ min: 1, max: 12 }).map(n => number(n))

/** Exponents that stay small. */
const exponent: fc.Arbitrary<Tree> = fc.oneof(
  smallRational,
  smallRational,
  counting.map(n => unary('sqrt', n)),
  counting.map(n => unary('log', n)),
  fc.tuple(smallRational, counting).map(([a, b]) => binary('mul', a, unary('sqrt', b))),
  fc.tuple(smallRational, counting).map(([a, b]) => binary('add', a, unary('log', b))),
)

const { any, positive } = fc.letrec<{ any: Tree; positive: Tree }>(tie => ({
  /** Surely above 0, so that roots, logarithms and quotients are defined. */
  positive: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    counting,
    exponent.map(a => unary('exp', a)),
    fc.tuple(tie('positive'), tie('positive')).map(([a, b]) => binary('add', a, b)),
    fc.tuple(tie('positive'), tie('positive')).map(([a, b]) => binary('mul', a, b)),
    fc.tuple(tie('positive'), tie('positive')).map(([a, b]) => binary('div', a, b)),
    tie('positive').map(a => unary('sqrt', a)),
  ),
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    smallRational,
    tie('positive'),
    tie('positive').map(a => unary('log', a)),
    tie('any').map(a => unary('neg', a)),
    fc.tuple(tie('any'), tie('any')).map(([a, b]) => binary('add', a, b)),
    fc.tuple(tie('any'), tie('any')).map(([a, b]) => binary('sub', a, b)),
    fc.tuple(tie('any'), tie('any')).map(([a, b]) => binary('mul', a, b)),
    fc.tuple(tie('any'), tie('positive')).map(([a, b]) => binary('div', a, b)),
  ),
}))

export const anyTree = any
export const positiveTree = positive

/** The same value spelt otherwise: each node rewritten by an identity that the numbers choose. */
export function respelt(tree: Tree, choices: readonly number[]): Tree {
  let place = 0
  const choose = (): number => choices[place++ % choices.length] ?? 0
  const one = number(1)
  const walk = (node: Tree): Tree => {
    if (node.op === 'number') {
      const { n, d } = node.value
      return choose() % 3 === 0 ? binary('add', number(n - d, d), one) : node
    }
    const choice = choose()
    if ('b' in node) {
      const [a, b] = [walk(node.a), walk(node.b)]
      if (node.op === 'add') return choice % 2 ? binary('add', b, a) : binary('sub', a, unary('neg', b))
      if (node.op === 'sub')
        return choice % 2 ? unary('neg', binary('sub', b, a)) : binary('add', unary('neg', b), a)
      if (node.op === 'mul')
        return choice % 2 ? binary('mul', b, a) : unary('neg', binary('mul', a, unary('neg', b)))
      return choice % 2
        ? binary('mul', a, binary('div', one, b))
        : binary('div', binary('mul', a, b), binary('mul', b, b))
    }
    const a = walk(node.a)
    if (node.op === 'neg') return binary('sub', number(0), a)
    if (node.op === 'exp') {
      if (choice % 3 === 0) return binary('div', one, unary('exp', unary('neg', a)))
      const half = unary('exp', binary('div', a, number(2)))
      return choice % 3 === 1 ? binary('mul', half, half) : unary('exp', a)
    }
    if (node.op === 'log') {
      if (choice % 3 === 0) return unary('neg', unary('log', binary('div', one, a)))
      return choice % 3 === 1
        ? binary('sub', unary('log', binary('mul', a, number(6))), unary('log', number(6)))
        : binary('mul', number(2), unary('log', unary('sqrt', a)))
    }
    if (choice % 2) return binary('div', unary('sqrt', binary('mul', a, number(9))), number(3))
    return binary('div', a, unary('sqrt', a))
  }
  return walk(tree)
}
