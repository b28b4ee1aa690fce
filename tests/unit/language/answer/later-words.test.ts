import { describe, expect, test } from 'vitest'
import { AtomTable, atomField, spellScalar } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { readCell } from '@/lib/language/answer/cell'
import { answerMathml } from '@/lib/language/answer/mathml'
import { readAnswer } from '@/lib/language/answer/read'
import { type SymbolicNode, vocabularyOf } from '@/lib/language/answer/vocabulary'
import { plainSentence } from '@/lib/words/sentence'

function told(text: string, nodes: readonly SymbolicNode[] = []): string {
  const read = readCell(text, { vocabulary: vocabularyOf(nodes), table: () => new AtomTable() })
  return read.ok ? spellScalar(read.value) : plainSentence(read.message)
}

describe('sin, cos, pi, erf, log2, log10 and any exponent of numbers', () => {
  test.each([
    ['pi', 'pi'],
    ['2π', '2*pi'],
    ['sin(pi/6)', '1/2'],
    ['cos π', '-1'],
    ['sin 1', 'sin(1)'],
    ['Sin(0)', '0'],
    ['-cos(2)', '-cos(2)'],
    ['erf(0.5)', 'erf(1/2)'],

    ['log2(8)', '3'],
    ['log10(1000)', '3'],
    ['LOG2(1/4)', '-2'],
    ['log2', 'ln(2)'],
    ['log 10', 'ln(10)'],
    ['ln2', 'ln(2)'],
    ['8^(1/3)', '2'],
    ['(1/4)^(3/2)', '1/8'],
    ['2^0.75', 'sqrt(sqrt(8))'],
    ['2^pi', 'exp(pi*ln(2))'],
    ['4^sin(pi/6)', '2'],
    ['0^(2/3)', '0'],
    ['e^pi', 'exp(pi)'],
    ['pi^2', 'pi^2'],
    ['sqrt(pi)^2', 'pi'],
  ])('%s is %s', (text, value) => {
    expect(told(text)).toBe(value)
  })

  test.each([
    ['(-8)^(1/3)', /negative number has such a power only/],
    ['0^(-1/3)', /negative power of zero/],
    ['2^(200/3)', /Exponents go up to 64/],
    ['log2(0)', /ln of 0/],
    ['log2 8', /takes its value in brackets: log2\(…\)/],
    ['sin', /brackets/],
  ])('%s is refused', (text, why) => expect(told(text)).toMatch(why))
})

describe("an exercise's own entries go before the words that came later", () => {
  const scalar = (name: string): SymbolicNode => ({ name, shape: [] })

  test('as whole names and in runs', () => {
    expect(told('pi', [scalar('pi')])).toBe('pi')
    expect(told('2pi', [scalar('p'), scalar('i')])).toBe('2*p*i')
    expect(told('sin', [scalar('sin')])).toBe('sin')
    expect(told('sin11', [{ name: 'sin', shape: [2, 2] }])).toBe('sin11')
    expect(told('xsin(2)', [scalar('x')])).toBe('x*sin(2)')
    expect(told('xpi', [scalar('x')])).toBe('x*pi')
    expect(told('sin(x)', [scalar('x')])).toBe('sin(x)')
    expect(told('xlog2(8)', [scalar('x')])).toBe('3*x')
  })

  test('an exponent holds none of them', () => {
    expect(told('2^x', [scalar('x')])).toMatch(/exponent here must be a number/)
    expect(told('x^(1/3)', [scalar('x')])).toMatch(/sign of what is raised/)
  })
})

test('the echo', () => {
  const echo = (text: string): string => {
    const read = readAnswer(text)
    return read.ok ? answerMathml(read.expr) : plainSentence(read.message)
  }
  expect(echo('2pi')).toBe('<math><mrow><mn>2</mn><mo>·</mo><mi>π</mi></mrow></math>')
  expect(echo('log10(2)')).toContain('<msub><mi>log</mi><mn>10</mn></msub>')
  expect(echo('sin(pi)')).toContain('<mi>sin</mi>')
})

test('equal values are equal, whatever their form', () => {
  const table = new AtomTable()
  const value = (text: string) => {
    const read = readCell(text, { vocabulary: vocabularyOf([]), table: () => table })
    if (!read.ok) throw new Error(plainSentence(read.message))
    return read.value
  }
  const field = atomField(new Budget({ work: 10_000_000, digits: 4096 }), table)
  for (const [a, b] of [
    ['sin(2)', '2sin(1)cos(1)'],
    ['cos(1)^2', '1-sin(1)^2'],
    ['log2(12)', '2+log2(3)'],
    ['2^(1/3)*4^(1/3)', '2'],
    ['erf(-2)', '-erf(2)'],
    ['sin(pi/3)', 'sqrt(3)/2'],
  ] as const) {
    expect(field.equals(value(a), value(b)), a).toBe(true)
  }
})
