import { type Rational, rational, rationals } from '../rational'
import { approximate } from './approximate'
import { unitAndRest } from './content'
import { type Called, type Element, ofSum, type Power, type Sum, type Term } from './element'

/** An element as a person writes it, before it is text or MathML. Signs stand in sums only. */
export type Written =
  | { readonly kind: 'number'; readonly value: bigint }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'sum'; readonly terms: readonly Signed[] }
  | { readonly kind: 'product'; readonly factors: readonly Written[] }
  | { readonly kind: 'fraction'; readonly top: Written; readonly bottom: Written }
  | { readonly kind: 'power'; readonly base: Written; readonly exponent: bigint }
  | { readonly kind: 'call'; readonly name: CallName; readonly of: Written }

type CallName = 'exp' | 'ln' | 'sqrt' | 'step' | Called

export interface Signed {
  readonly negative: boolean
  readonly of: Written
}

/** What stands above and below the bar. */
interface Bar {
  readonly above: Written[]
  readonly below: Written[]
}

/** Logarithms of primes are brought together under one `ln` while its argument keeps to this. */
const mostUnderLog = 10n ** 9n

const number = (value: bigint): Written => ({ kind: 'number', value })
const call = (name: CallName, of: Written): Written => ({ kind: 'call', name, of })
const raised = (base: Written, exponent: bigint): Written =>
  exponent === 1n ? base : { kind: 'power', base, exponent }
const minus = (of: Written): Written => ({ kind: 'sum', terms: [{ negative: true, of }] })
const size = (n: bigint): bigint => (n < 0n ? -n : n)

export function writtenElement({ top, bottom }: Element): Written {
  if (top.length === 0) return number(0n)
  const { unit, rest } = unitAndRest(top)
  const [only] = rest
  const alone = rest.length === 1 && only !== undefined
  const negative = alone ? only.coefficient.n < 0n : rest.every(({ coefficient }) => coefficient.n < 0n)
  const bar: Bar = { above: [], below: [] }
  const log = alone && only.monomial.length === 0 && bottom.length === 0 ? shorterLog(unit) : null
  if (log) {
    bar.above.push(log)
    pushNumber(bar, { n: 1n, d: unit.coefficient.d })
  } else pushTerm(bar, unit)
  if (!alone) bar.above.push(writtenSum(rest, negative))
  else if (only.monomial.length > 0) pushTerm(bar, { ...only, coefficient: rationals.one })
  for (const { sum, power } of bottom) bar.below.push(raised(writtenSum(sum, false), BigInt(power)))
  const whole = writtenBar(bar)
  return negative ? minus(whole) : whole
}

function writtenBar({ above, below }: Bar): Written {
  const top = product(above)
  return below.length === 0 ? top : { kind: 'fraction', top, bottom: product(below) }
}

function product(factors: readonly Written[]): Written {
  const [first] = factors
  if (!first) return number(1n)
  return factors.length === 1 ? first : { kind: 'product', factors }
}

function pushNumber(bar: Bar, { n, d }: Rational): void {
  if (size(n) !== 1n) bar.above.push(number(size(n)))
  if (d !== 1n) bar.below.push(number(d))
}

/** The size of a term. Square roots of primes come together as one; negative powers go below the bar. */
function pushTerm(bar: Bar, { monomial, coefficient }: Term): void {
  pushNumber(bar, coefficient)
  let radicand = 1n
  for (const { atom, power } of monomial) {
    if (atom.kind === 'prime' && power.d === 2n) radicand *= atom.of
  }
  if (radicand !== 1n) bar.above.push(call('sqrt', number(radicand)))
  for (const { atom, power } of monomial) {
    if (atom.kind === 'prime' && power.d === 2n) continue
    const side = power.n < 0n ? bar.below : bar.above
    side.push(writtenPower({ atom, power: { n: size(power.n), d: power.d } }))
  }
}

function writtenPower({ atom, power }: Power): Written {
  switch (atom.kind) {
    case 'symbol':
      return raised({ kind: 'name', name: atom.name }, power.n)
    case 'gate':
      return call('step', { kind: 'name', name: atom.name })
    case 'pi':
      return raised({ kind: 'name', name: 'pi' }, power.n)
    case 'call':
      return raised(call(atom.name, writtenElement(atom.of)), power.n)
    case 'surd':
      return call('sqrt', writtenSum(atom.of, false))
    case 'primeLog':
      return raised(call('ln', number(atom.of)), power.n)
    case 'log':
      return raised(call('ln', writtenSum(atom.of, false)), power.n)
    case 'prime':
      return writtenRoot(atom.of, power)
    case 'veil':
      return raised(
        {
          kind: 'name',
          name: approximate(
            ofSum([{ monomial: [{ atom, power: rationals.one }], coefficient: rationals.one }]),
          ),
        },
        power.n,
      )
    case 'exponential': {
      const isE = atom.of.bottom.length === 0 && atom.of.top[0]?.monomial.length === 0
      if (isE && power.d === 1n) return raised({ kind: 'name', name: 'e' }, power.n)
      const top = atom.of.top.map(term => ({ ...term, coefficient: power }))
      return call('exp', writtenElement({ top, bottom: atom.of.bottom }))
    }
  }
}

/** p^(n/d): square roots in each other where d is a power of two, else e^(n ln(p) / d). */
function writtenRoot(prime: bigint, { n, d }: Rational): Written {
  if ((d & (d - 1n)) !== 0n) {
    const top = product([...(n === 1n ? [] : [number(n)]), call('ln', number(prime))])
    return call('exp', { kind: 'fraction', top, bottom: number(d) })
  }
  let root = number(prime ** n)
  for (let left = d; left > 1n; left >>= 1n) root = call('sqrt', root)
  return root
}

/**
 * A sum, or its opposite: rationals first, then by rising degree, and a positive term in front if there is one.
 */
function writtenSum(sum: Sum, opposite: boolean): Written {
  const { terms, log } = apart(sum)
  const sorted = [...terms].sort((a, b) => degreeOf(a) - degreeOf(b))
  const signed: Signed[] = sorted.map(term => {
    const bar: Bar = { above: [], below: [] }
    pushTerm(bar, term)
    return { negative: term.coefficient.n < 0n !== opposite, of: writtenBar(bar) }
  })
  if (log) signed.push({ negative: log.negative !== opposite, of: log.of })
  const front = signed.findIndex(({ negative }) => !negative)
  if (front > 0) signed.unshift(...signed.splice(front, 1))
  const [only] = signed
  return signed.length === 1 && only && !only.negative ? only.of : { kind: 'sum', terms: signed }
}

function degreeOf({ monomial }: Term): number {
  return monomial.reduce((degree, { power }) => degree + Number(power.n) / Number(power.d), 0)
}

/**
 * The integer multiples of logarithms of primes in a sum as one logarithm of a rational above 1, if that stays
 * short.
 */
function apart(sum: Sum): { terms: readonly Term[]; log: Signed | null } {
  const logs = sum.filter(isPlainLog)
  if (logs.length < 2) return { terms: sum, log: null }
  let argument: Rational | null = rationals.one
  for (const term of logs) argument = argument && grown(argument, term)
  if (!argument) return { terms: sum, log: null }
  const negative = argument.n < argument.d
  const of = call('ln', negative ? ratio(argument.d, argument.n) : ratio(argument.n, argument.d))
  return { terms: sum.filter(term => !isPlainLog(term)), log: { negative, of } }
}

function ratio(n: bigint, d: bigint): Written {
  return d === 1n ? number(n) : { kind: 'fraction', top: number(n), bottom: number(d) }
}

function isPlainLog({ monomial, coefficient }: Term): boolean {
  const [first] = monomial
  return (
    monomial.length === 1 && first?.atom.kind === 'primeLog' && first.power.n === 1n && coefficient.d === 1n
  )
}

/** `value` times p^k for the term k ln p; null where that gets long. */
function grown(value: Rational, { monomial, coefficient }: Term): Rational | null {
  const [first] = monomial
  const times = size(coefficient.n)
  if (first?.atom.kind !== 'primeLog' || times > 30n) return null
  const power = first.atom.of ** times
  const result = rationals.mul(value, coefficient.n < 0n ? rational(1n, power) : rational(power))
  return result.n > mostUnderLog || result.d > mostUnderLog ? null : result
}

/** `ln(4)` for 2 ln 2, where that is clearly shorter (6 ln 2 stays); otherwise null. */
function shorterLog(term: Term): Written | null {
  const { n } = term.coefficient
  const plain = { monomial: term.monomial, coefficient: rational(n) }
  if (n === 1n || !isPlainLog(plain)) return null
  const argument = grown(rationals.one, plain)
  const factor = `${n}*${(term.monomial[0]?.atom.kind === 'primeLog' && term.monomial[0].atom.of) || ''}`
  return argument && String(argument.n).length + 1 < factor.length ? call('ln', number(argument.n)) : null
}
