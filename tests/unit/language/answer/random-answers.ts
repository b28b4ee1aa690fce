import fc from 'fast-check'

/**
 * Random arithmetic with an oracle of its own: fractions are never reduced, and the printer knows Python's precedence
 * without asking the reader.
 */
export type Tree =
  | { kind: 'number'; digits: bigint; places: number; style: number }
  | { kind: 'negation'; of: Tree; style: number }
  | { kind: 'operation'; operator: '+' | '-' | '*' | '/'; left: Tree; right: Tree; style: number }
  | { kind: 'power'; base: Tree; exponent: number; style: number }
  | { kind: 'call'; name: 'max' | 'min' | 'abs' | 'relu'; args: [Tree, Tree]; style: number }

const style = fc.nat(9999)

export const anyTree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.record({
      kind: fc.constant('number' as const),
      digits: fc.oneof(fc.bigInt(0n, 12n), fc.bigInt(0n, 99999n)),
      places: fc.nat(4),
      style,
    }),
    fc.record({ kind: fc.constant('negation' as const), of: tie('tree'), style }),
    fc.record({
      kind: fc.constant('operation' as const),
      operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
      left: tie('tree'),
      right: tie('tree'),
      style,
    }),
    fc.record({
      kind: fc.constant('power' as const),
      base: tie('tree'),
      exponent: fc.integer({ min: -3, max: 3 }),
      style,
    }),
    fc.record({
      kind: fc.constant('call' as const),
      name: fc.constantFrom('max' as const, 'min' as const, 'abs' as const, 'relu' as const),
      args: fc.tuple(tie('tree'), tie('tree')),
      style,
    }),
  ),
})).tree

export type Fraction = readonly [n: bigint, d: bigint]

/** The value, its denominator positive; null where zero is divided by. */
export function oracle(tree: Tree): Fraction | null {
  switch (tree.kind) {
    case 'number':
      return [tree.digits, 10n ** BigInt(tree.places)]
    case 'negation': {
      const of = oracle(tree.of)
      return of && [-of[0], of[1]]
    }
    case 'power': {
      const base = oracle(tree.base)
      if (!base) return null
      let result: Fraction | null = [1n, 1n]
      for (let i = 0; i < Math.abs(tree.exponent); i += 1) result = [result[0] * base[0], result[1] * base[1]]
      return tree.exponent < 0 ? quotient([1n, 1n], result) : result
    }
    case 'operation': {
      const a = oracle(tree.left)
      const b = oracle(tree.right)
      if (!a || !b) return null
      if (tree.operator === '*') return [a[0] * b[0], a[1] * b[1]]
      if (tree.operator === '/') return quotient(a, b)
      const second = tree.operator === '-' ? -b[0] : b[0]
      return [a[0] * b[1] + second * a[1], a[1] * b[1]]
    }
    case 'call': {
      const a = oracle(tree.args[0])
      if (tree.name === 'abs') return a && [a[0] < 0n ? -a[0] : a[0], a[1]]
      if (tree.name === 'relu') return a && (a[0] < 0n ? [0n, 1n] : a)
      const b = oracle(tree.args[1])
      if (!a || !b) return null
      const first = a[0] * b[1] >= b[0] * a[1]
      return first === (tree.name === 'max') ? a : b
    }
  }
}

function quotient(a: Fraction, b: Fraction): Fraction | null {
  if (b[0] === 0n) return null
  return b[0] < 0n ? [-a[0] * b[1], -a[1] * b[0]] : [a[0] * b[1], a[1] * b[0]]
}

const levels = { '+': 1, '-': 1, '*': 2, '/': 2 } as const

function levelOf(tree: Tree): number {
  if (tree.kind === 'operation') return levels[tree.operator]
  return { number: 5, negation: 3, power: 4, call: 5 }[tree.kind]
}

/** One of the many ways to type it, chosen by the styles. `least` is how tightly the surroundings need it to hold. */
export function spell(tree: Tree, least = 1, inArguments = false): string {
  const spare = tree.style % 7 === 0
  if (levelOf(tree) < least || spare) return `(${bare(tree, false)})`
  return bare(tree, inArguments)
}

const pick = (options: readonly string[], style: number): string => options[style % options.length]!

function bare(tree: Tree, inArguments: boolean): string {
  const gap = pick(['', '', ' ', '\u00A0'], tree.style >> 3)
  switch (tree.kind) {
    case 'number':
      return spellNumber(tree.digits, tree.places, tree.style, inArguments)
    case 'negation':
      return `${pick(['-', '−', '－', '–'], tree.style)}${gap}${spell(tree.of, 3, inArguments)}`
    case 'power': {
      const sign = pick(['^', '**', ' ^ '], tree.style)
      return `${spell(tree.base, 5, inArguments)}${sign}${tree.exponent}`
    }
    case 'call': {
      const [first, second] = tree.args
      const name = tree.style % 5 === 0 ? tree.name[0]!.toUpperCase() + tree.name.slice(1) : tree.name
      const single = tree.name === 'abs' || tree.name === 'relu'
      if (single) return `${name}(${gap}${spell(first, 1, false)})`
      return `${name}(${spell(first, 1, true)},${gap}${spell(second, 1, true)})`
    }
    case 'operation': {
      const least = levelOf(tree)
      const left = spell(tree.left, least, inArguments)
      const right = spell(tree.right, least + 1, inArguments)
      if (tree.operator === '*' && tree.style % 3 === 0 && mayTouch(tree.left, left, tree.right)) {
        const touching = spell(tree.right, 4, inArguments)
        if (/^(\(|max|min|abs|relu|Max|Min|Abs|Relu)/.test(touching)) return `${left}${gap}${touching}`
      }
      const signs = { '+': ['+', '＋'], '-': ['-', '−'], '*': ['*', '·', '×', '⋅'], '/': ['/', '÷', '∕'] }
      const sign = pick(signs[tree.operator], tree.style)
      // `0·5` could be a decimal; with blanks it is a product.
      const apart = /(?:^|[^\d.,０-９．])[0０]$/.test(left) && /^[\d０-９]/.test(right) ? ' ' : gap
      return `${left}${apart}${sign}${apart}${right}`
    }
  }
}

/** Right after a division a product needs its sign; `left` in brackets is no division to the eye. */
function mayTouch(tree: Tree, left: string, right: Tree): boolean {
  const division = tree.kind === 'operation' && tree.operator === '/' && !left.startsWith('(')
  return !division && !(tree.kind === 'operation' && tree.operator === '/') && right.kind !== 'negation'
}

function spellNumber(digits: bigint, places: number, style: number, inArguments: boolean): string {
  const padded = String(digits).padStart(places + 1, '0')
  const whole = padded.slice(0, padded.length - places)
  const fraction = padded.slice(padded.length - places)
  const wide = (text: string) => text.replace(/\d/g, d => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
  const point = places === 0 ? whole : `${whole}.${fraction}`
  switch (style % 6) {
    case 1:
      return `${digits}e-${places}`
    case 2:
      return `${digits}.E${style % 2 === 0 ? '-' : '-0'}${places}`
    case 3: {
      const comma = places === 0 ? whole : `${whole},${fraction}`
      return inArguments || /^[1-9]\d{0,2},\d{3}$/.test(comma) ? point : comma
    }
    case 4:
      return wide(point)
    case 5:
      return places > 0 && whole === '0' ? `.${fraction}` : point
    default:
      return point
  }
}
