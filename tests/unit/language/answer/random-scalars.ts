import fc from 'fast-check'
import type { AtomField, Scalar } from '@/lib/exact/atoms'
import { rational } from '@/lib/exact/rational'

/** Random answers beyond the rationals, with a builder over the field and a printer that share nothing with the reader. */
export type Tree =
  | { kind: 'number'; n: number; d: number; style: number }
  | { kind: 'symbol'; row: number; column: number; style: number }
  | { kind: 'e'; style: number }
  | { kind: 'negation'; of: Tree; style: number }
  | { kind: 'operation'; operator: '+' | '-' | '*'; left: Tree; right: Tree; style: number }
  | { kind: 'quotient'; of: Tree; n: number; style: number }
  | { kind: 'power'; of: Tree; exponent: number; style: number }
  | { kind: 'exp' | 'sigmoid' | 'tanh'; of: Tree; style: number }
  | { kind: 'ln' | 'sqrt'; n: number; style: number }

const style = fc.nat(9999)
const size = fc.integer({ min: 1, max: 9 })

function trees(symbols: boolean): fc.Arbitrary<Tree> {
  return fc.letrec<{ tree: Tree }>(tie => {
    const leaves: fc.Arbitrary<Tree>[] = [
      fc.record({ kind: fc.constant('number' as const), n: fc.nat(20), d: size, style }),
      fc.record({ kind: fc.constant('e' as const), style }),
      fc.record({ kind: fc.constantFrom('ln' as const, 'sqrt' as const), n: size, style }),
    ]
    if (symbols) {
      const [row, column] = [fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 12 })]
      leaves.push(fc.record({ kind: fc.constant('symbol' as const), row, column, style }))
    }
    return {
      tree: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        fc.oneof(...leaves),
        fc.record({ kind: fc.constant('negation' as const), of: tie('tree'), style }),
        fc.record({
          kind: fc.constant('operation' as const),
          operator: fc.constantFrom('+' as const, '-' as const, '*' as const),
          left: tie('tree'),
          right: tie('tree'),
          style,
        }),
        fc.record({ kind: fc.constant('quotient' as const), of: tie('tree'), n: size, style }),
        fc.record({ kind: fc.constant('power' as const), of: tie('tree'), exponent: fc.nat(3), style }),
        fc.record({
          kind: fc.constantFrom('exp' as const, 'sigmoid' as const, 'tanh' as const),
          of: tie('tree'),
          style,
        }),
      ),
    }
  }).tree
}

export const numberTree = trees(false)
export const symbolTree = trees(true)

/** The value by the field alone; sigmoid and tanh in another form than the one that is read. */
export function build(field: AtomField, tree: Tree): Scalar {
  const { add, sub, mul, div, exp, one, fromRational } = field
  switch (tree.kind) {
    case 'number':
      return fromRational(rational(tree.n, tree.d))
    case 'symbol':
      return field.symbol(symbolName(tree.row, tree.column))
    case 'e':
      return exp(one)
    case 'negation':
      return field.neg(build(field, tree.of))
    case 'operation': {
      const [a, b] = [build(field, tree.left), build(field, tree.right)]
      return tree.operator === '+' ? add(a, b) : tree.operator === '-' ? sub(a, b) : mul(a, b)
    }
    case 'quotient':
      return div(build(field, tree.of), fromRational(rational(tree.n)))
    case 'power': {
      let value = one
      for (let i = 0; i < tree.exponent; i++) value = mul(value, build(field, tree.of))
      return value
    }
    case 'ln':
      return field.log(fromRational(rational(tree.n)))
    case 'sqrt':
      return field.sqrt(fromRational(rational(tree.n)))
    case 'exp':
      return exp(build(field, tree.of))
    case 'sigmoid': {
      const power = exp(build(field, tree.of))
      return div(power, add(one, power))
    }
    case 'tanh': {
      const x = build(field, tree.of)
      const [up, down] = [exp(x), exp(field.neg(x))]
      return div(sub(up, down), add(up, down))
    }
  }
}

const symbolName = (row: number, column: number): string =>
  column > 9 ? `a_${row}_${column}` : `a${row}${column}`

const levels = { number: 2, symbol: 5, e: 5, negation: 3, operation: 0, quotient: 2, power: 4 } as const

function levelOf(tree: Tree): number {
  if (tree.kind === 'operation') return tree.operator === '*' ? 2 : 1
  return tree.kind in levels ? levels[tree.kind as keyof typeof levels] : tree.kind === 'exp' ? 4 : 5
}

/** One of the many ways to type it, chosen by the styles. */
export function spell(tree: Tree, least = 1): string {
  const text = bare(tree)
  return levelOf(tree) < least || tree.style % 7 === 0 ? `(${text})` : text
}

const pick = (options: readonly string[], style: number): string => options[style % options.length]!

function bare(tree: Tree): string {
  switch (tree.kind) {
    case 'number':
      return `${tree.n}${pick(['/', ' / ', '÷'], tree.style)}${tree.d}`
    case 'symbol': {
      const { row, column, style } = tree
      const spelled = [symbolName(row, column), symbolName(row, column).toUpperCase(), `A[${row},${column}]`]
      return pick([...spelled, `a_${row}_${column}`, `a[${row}, ${column}]`], style)
    }
    case 'e':
      return pick(['e', 'exp(1)', 'E', '(exp 1)', '(e^1)'], tree.style)
    case 'negation':
      return `-${spell(tree.of, 3)}`
    case 'operation': {
      const least = tree.operator === '*' ? 2 : 1
      const [left, right] = [spell(tree.left, least), spell(tree.right, least + 1)]
      // Brackets on both sides may touch; names and numbers are joined in the tests of runs.
      if (tree.operator === '*' && left.startsWith('(') && left === wrapped(tree.left))
        return `${left}(${right})`
      return `${left}${pick([` ${tree.operator} `, tree.operator], tree.style)}${right}`
    }
    case 'quotient':
      return `${spell(tree.of, 2)}/${tree.n}`
    case 'power':
      return `${spell(tree.of, 5)}${pick(['^', '**', ' ^ '], tree.style)}${tree.exponent}`
    case 'exp':
      return pick([`exp(${spell(tree.of)})`, `e^(${spell(tree.of)})`, `Exp(${spell(tree.of)})`], tree.style)
    case 'sigmoid':
      return `${pick(['sigmoid', 'σ', 'Sigmoid'], tree.style)}(${spell(tree.of)})`
    case 'tanh':
      return `tanh(${spell(tree.of)})`
    case 'ln':
      return pick([`ln(${tree.n})`, `(ln ${tree.n})`, `log(${tree.n})`, `(ln${tree.n})`], tree.style)
    case 'sqrt': {
      const half = `${tree.n}^(1/2)`
      return pick(
        [`sqrt(${tree.n})`, `(√${tree.n})`, `√(${tree.n})`, `(sqrt ${tree.n})`, `(${half})`],
        tree.style,
      )
    }
  }
}

const wrapped = (tree: Tree): string => `(${bare(tree)})`
