import fc from 'fast-check'
import { type Rational, rational, rationals } from '@/lib/exact/rational'
import { rationalDuals } from '../exact/plain'

/** An expression as a tree, which knows nothing of the engine: its text, and its value by dual numbers. */
export type Tree =
  | { readonly kind: 'leaf'; readonly name: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'op'; readonly op: keyof typeof ops; readonly of: readonly Tree[] }

type Dual = { value: Rational; derivative: Rational }

const { add, sub, mul, neg } = rationalDuals

const ops = {
  '+': (a: Dual, b: Dual) => add(a, b),
  '-': (a: Dual, b: Dual) => sub(a, b),
  '*': (a: Dual, b: Dual) => mul(a, b),
  max: (a: Dual, b: Dual) => (rationals.sign(rationals.sub(a.value, b.value)) >= 0 ? a : b),
  square: (a: Dual, _b: Dual) => mul(a, a),
  relu: (a: Dual, _b: Dual) => (rationals.sign(a.value) > 0 ? a : rationalDuals.zero),
  negate: (a: Dual, _b: Dual) => neg(a),
}

export const leaves = ['x', 'y', 'z', 'w[1]', 'w[2]']

/** Trees of at most so many levels, with an operation at the root that holds a name. */
export const trees = fc
  .letrec<{ tree: Tree; op: Tree }>(tie => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: fc.constantFrom(...leaves).map((name): Tree => ({ kind: 'leaf', name })) },
      {
        weight: 1,
        arbitrary: fc.integer({ min: 1, max: 3 }).map((value): Tree => ({ kind: 'number', value })),
      },
      { weight: 5, arbitrary: tie('op') },
    ),
    op: fc.oneof(
      fc
        .tuple(
          fc.constantFrom('+' as const, '-' as const, '*' as const, 'max' as const),
          tie('tree'),
          tie('tree'),
        )
        .map(([op, a, b]): Tree => ({ kind: 'op', op, of: [a, b] })),
      fc
        .tuple(fc.constantFrom('square' as const, 'relu' as const, 'negate' as const), tie('tree'))
        .map(([op, a]): Tree => ({ kind: 'op', op, of: [a] })),
    ),
  }))
  .op.filter(holdsName)

export function holdsName(tree: Tree): boolean {
  return tree.kind === 'leaf' || (tree.kind === 'op' && tree.of.some(holdsName))
}

export function spell(tree: Tree): string {
  if (tree.kind === 'leaf') return tree.name
  if (tree.kind === 'number') return String(tree.value)
  const [a = '', b = ''] = tree.of.map(spell)
  if (tree.op === 'negate') return `(-${a})`
  return tree.of.length === 2 && tree.op !== 'max'
    ? `(${a} ${tree.op} ${b})`
    : `${tree.op}(${tree.of.map(spell).join(', ')})`
}

/** All places of a tree, operands first and left to right. */
export function placesOf(tree: Tree): Tree[] {
  return tree.kind === 'op' ? [...tree.of.flatMap(placesOf), tree] : [tree]
}

/** The value, and how it moves with what stands at one place alone. Each place is an object of its own. */
export function evaluate(tree: Tree, values: Readonly<Record<string, number>>, moved: Tree | null): Dual {
  const still = (value: Rational): Dual => ({ value, derivative: rationals.zero })
  const own =
    tree.kind === 'op'
      ? ops[tree.op](...(tree.of.map(part => evaluate(part, values, moved)) as [Dual, Dual]))
      : still(rational(tree.kind === 'number' ? tree.value : (values[tree.name] ?? 0)))
  return tree === moved ? { ...own, derivative: rationals.add(own.derivative, rationals.one) } : own
}

/** The same tree with objects of its own at every place. */
export function fresh(tree: Tree): Tree {
  return tree.kind === 'op' ? { ...tree, of: tree.of.map(fresh) } : { ...tree }
}
