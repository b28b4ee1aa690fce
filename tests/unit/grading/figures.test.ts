import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Rational } from '@/lib/exact/rational'
import { takesLong } from '../../takes-long'
import { keyOf } from '../exercise/solve'
import { gradeStep as gradeWhole } from './plain'
import { gradeStep, q, tensorStep } from './steps'

takesLong()

const graded = (exact: Rational, figures: number, typed: string) =>
  gradeStep(tensorStep([], [exact], { acceptance: { kind: 'figures', figures } }), [typed]).cells[0]

describe('[G1] steps that say `rounded K sf`', () => {
  test.each([
    [5996, 10_000, 3, '0.600', 'right rounded'],
    [5996, 10_000, 3, '.600', 'right rounded'],
    [5996, 10_000, 3, '0.5996', 'right rational'],
    [5996, 10_000, 3, '0.60', 'wrong rational'],
    [5996, 10_000, 3, '0.599', 'wrong rational'],
    [1, 3, 3, '0.333', 'right rounded'],
    [1, 3, 3, '0.33333', 'right rounded'],
    [1, 3, 3, '0.33334', 'wrong rational'],
    [1, 3, 3, '0.33', 'wrong rational'],
    [1, 3, 3, '3.33e-1', 'right rounded'],
    [1, 3, 3, '333/1000', 'wrong rational'],
    [1, 3, 3, '1/3', 'right rational'],
    [-1, 300, 3, '-0.00333', 'right rounded'],
    [-1, 300, 3, '0.00333', 'wrong rational'],
    [-1, 300, 3, '-0.003', 'wrong rational'],
    // Trailing zeros of a whole number without a point may be figures, or not.
    [1203, 1, 3, '1200', 'right rounded'],
    [1249, 1, 3, '1200', 'wrong rational'],
    [1249, 1, 2, '1200', 'right rounded'],
    [1203, 1, 2, '1200', 'right rounded'],
    [1203, 1, 4, '1200', 'wrong rational'],
    [12_001, 10, 4, '1200', 'right rounded'],
    [1203, 1, 2, '1.2e3', 'right rounded'],
    [1203, 1, 3, '1.2e3', 'wrong rational'],
    [1203, 1, 3, '1.20e3', 'right rounded'],
    [1203, 1, 3, '1200.', 'wrong rational'],
    [12_001, 10, 3, '1200.', 'right rounded'],
    // A tie may go either way, with both signs.
    [1, 8, 2, '0.12', 'right rounded'],
    [1, 8, 2, '0.13', 'right rounded'],
    [-1, 8, 2, '-0.12', 'right rounded'],
    [-1, 8, 2, '-0.13', 'right rounded'],
    [1, 8, 2, '0.11', 'wrong rational'],
    // Rounded up to the next power of ten, the number has the places of the smaller one.
    [9996, 1000, 3, '10.0', 'right rounded'],
    [9996, 1000, 3, '10.00', 'wrong rational'],
    [9996, 1000, 4, '9.996', 'right rational'],
    // Only 0 passes for 0, and 0 for nothing else.
    [0, 1, 3, '0', 'right rational'],
    [0, 1, 3, '0.000', 'right rational'],
    [0, 1, 3, '0.001', 'wrong rational'],
    [1, 1_000_000, 1, '0', 'wrong rational'],
    [1, 1_000_000, 1, '0.00000', 'wrong rational'],
    [7, 1, 1, '007', 'right rational'],
  ])('%i/%i to %i figures, typed %s: %s', (n, d, figures, typed, verdict) => {
    const cell = graded(q(n, d), figures, typed)
    expect(`${cell?.verdict} ${cell?.reason}`).toBe(verdict)
  })

  /**
   * The rule by brute force, over whole numbers of units of 10^-60: every reading of the text, every power of ten.
   */
  function passes({ n, d }: Rational, least: number, text: string): boolean {
    const unit = 10n ** 60n
    const [, sign = '', whole = '', fraction = '', exponent = '0'] =
      /^(-?)(\d*)\.?(\d*)(?:e([-+]?\d+))?$/.exec(text) ?? []
    const digits = `${whole}${fraction}`
    const shift = 60 - fraction.length + Number(exponent)
    const typed = BigInt(`${sign}${digits}`) * 10n ** BigInt(shift)
    if (typed * d === n * unit) return true
    if (BigInt(digits) === 0n || n === 0n) return false
    const shown = digits.replace(/^0+/, '')
    const readings = [shown.length]
    const bare = !/[.e]/.test(text)
    for (let end = shown.length; bare && shown[end - 1] === '0'; end -= 1) readings.push(end - 1)
    let e = -60
    const size = (n < 0n ? -n : n) * unit
    while (size >= d * 10n ** BigInt(e + 61)) e += 1
    const apart = typed * d - n * unit
    const distance = apart < 0n ? -apart : apart
    return readings.some(
      figures => figures >= least && 2n * distance <= d * 10n ** BigInt(60 + e - figures + 1),
    )
  }

  /** Texts near a number: its own digits to so many figures, some units off, with or without a point, zeros or an exponent. */
  const around = fc
    .record({
      n: fc.bigInt({ min: -99_999n, max: 99_999n }),
      d: fc.oneof(
        fc.constantFrom(1n, 2n, 3n, 7n, 8n, 9n, 10n, 1000n, 4096n),
        fc.bigInt({ min: 1n, max: 9999n }),
      ),
      figures: fc.integer({ min: 1, max: 7 }),
      off: fc.integer({ min: -2, max: 2 }),
      form: fc.nat(3),
    })
    .map(({ n, d, figures, off, form }) => {
      const size = n < 0n ? -n : n
      let e = 0
      while (size !== 0n && size >= d * 10n ** BigInt(e + 1)) e += 1
      while (size !== 0n && size * 10n ** BigInt(-Math.min(e, 0)) < d * 10n ** BigInt(Math.max(e, 0))) e -= 1
      const places = figures - 1 - e
      const scaled = places >= 0 ? size * 10n ** BigInt(places) : size / 10n ** BigInt(-places)
      const count = scaled / (places >= 0 ? d : d) + BigInt(off)
      const digits = String(count < 0n ? -count : count)
      const minus = n < 0n !== count < 0n ? '-' : ''
      const plain =
        places <= 0
          ? `${digits}${'0'.repeat(-places)}`
          : `${digits.padStart(places + 1, '0').slice(0, -places)}.${digits.padStart(places + 1, '0').slice(-places)}`
      const texts = [
        plain,
        plain.replace(/^0\./, '.'),
        places <= 0 ? `${plain}.` : plain,
        `${digits}e${-places}`,
      ]
      return { exact: q(Number(n), Number(d)), text: `${minus}${texts[form]}` }
    })

  test('as brute force says, whatever is typed near a number', () => {
    const met = { right: 0, wrong: 0 }
    fc.assert(
      fc.property(around, fc.integer({ min: 1, max: 5 }), ({ exact, text }, least) => {
        const expected = passes(exact, least, text) ? 'right' : 'wrong'
        expect(graded(exact, least, text)?.verdict, `${text} for ${exact.n}/${exact.d}`).toBe(expected)
        met[expected] += 1
      }),
      { numRuns: 2000 },
    )
    expect(Math.min(met.right, met.wrong)).toBeGreaterThan(200)
  })

  test('[G9] too few figures are told of at the cell, whether or not they round to the value', () => {
    const step = tensorStep([3], [q(1, 3), q(1, 3), q(1, 3)], { acceptance: { kind: 'figures', figures: 3 } })
    const { cells, message } = gradeStep(step, ['0.33', '71', '0'])
    expect(cells[0]).toEqual(cells[1])
    expect(cells[0]?.message).toBe('Type at least 3 significant figures, or the exact value.')
    expect(cells[2]?.message).toBeNull()
    expect(message).toBe('None of the three entries is there yet.')
    const one = gradeStep(tensorStep([], [q(10)], { acceptance: { kind: 'figures', figures: 1 } }), ['9'])
    expect(one.cells[0]?.message).toBeNull()
  })

  test('beyond the rationals by rigorous intervals: ln(1 + 1/e) = 0.31326168…', () => {
    const neuron = keyOf('given x = 1\na = -log(sigmoid(x))\nask a rounded 4 sf')
    const verdict = (typed: string) => gradeWhole(neuron, 'a', [typed], new Map()).verdict.cells[0]
    expect(verdict('0.3133')).toMatchObject({ verdict: 'right', reason: 'rounded' })
    expect(verdict('0.31326')).toMatchObject({ verdict: 'right', reason: 'rounded' })
    expect(verdict('0.3132')?.verdict).toBe('wrong')
    expect(verdict('0.31327')?.verdict).toBe('wrong')
    expect(verdict('-0.3133')?.verdict).toBe('wrong')
    expect(verdict('0.313')?.message).toBe('Type at least 4 significant figures, or the exact value.')
    expect(verdict('ln(1+1/e)')).toMatchObject({ verdict: 'right', reason: 'formal' })
  })
})
