import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AtomField, atomField, scalarMathml, spellScalar } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'
import { takesLong } from '../../../takes-long'
import { readBack } from './read-back'
import { anyTree, build } from './trees'

takesLong()

const fresh = (): AtomField => atomField(new Budget({ work: 1e8, digits: 4096 }))

describe('text', () => {
  test.each([
    '0',
    '-7/4',
    'e',
    '1/e',
    'e-1',
    '1-e',
    '-(1+e)',
    'e^2/3',
    '1/exp(1/2)',
    'e/(1+e)',
    '1/(2*(1+e)^2)',
    '2*sqrt(6)/3',
    '(1+sqrt(2))/3',
    'sqrt(1+sqrt(2))',
    'sqrt(sqrt(2))',
    'exp(ln(2)/3)',
    'exp(2*ln(3)/5)',
    'exp(sqrt(2))',
    'exp(1/(1+e))',
    'ln(2)',
    'ln(4)',
    '-ln(4/3)',
    '6*ln(2)',
    'ln(2)/2',
    'ln(2)^2',
    '1+ln(6)',
    'ln(1+e)',
    'ln(ln(3))',
    'a11*b11+a12*b21',
    '1/(a11^2-b11)',
    'x/y',
    'x*step(x)',
    'exp(x)/(1+exp(x))',
  ])('%s is written as it is read', text => {
    const field = fresh()
    expect(spellScalar(readBack(field, text))).toBe(text)
  })

  test('is read back as the same value, from another table', () => {
    fc.assert(
      fc.property(anyTree, tree => {
        const text = spellScalar(build(fresh(), tree))
        // Digits of a long number are for reading only.
        fc.pre(!text.includes('~'))
        const field = fresh()
        expect(field.equals(readBack(field, text), build(field, tree))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('symbols are read back too', () => {
    const field = fresh()
    const [x, y] = [field.symbol('x'), field.symbol('y_2')]
    const value = field.div(
      field.sub(field.mul(x, field.exp(field.neg(x))), rational(2, 3)),
      field.add(field.mul(y, y), field.sub(x, rational(5))),
    )
    expect(field.equals(readBack(field, spellScalar(value)), value)).toBe(true)
  })
})

describe('MathML', () => {
  const typeset = (text: string): string => {
    const mathml = scalarMathml(readBack(fresh(), text))
    expect(mathml).toMatch(/^<math>.*<\/math>$/)
    return mathml.slice('<math>'.length, -'</math>'.length).replaceAll(/<\/?mrow>/g, '')
  }

  test('fractions, roots, powers, exponentials and signs', () => {
    expect(typeset('-7/4')).toBe('<mo form="prefix">−</mo><mfrac><mn>7</mn><mn>4</mn></mfrac>')
    expect(typeset('e/(1+e)')).toBe('<mfrac><mi>e</mi><mn>1</mn><mo>+</mo><mi>e</mi></mfrac>')
    expect(typeset('2*sqrt(6)/3')).toBe(
      '<mfrac><mn>2</mn><mo>·</mo><msqrt><mn>6</mn></msqrt><mn>3</mn></mfrac>',
    )
    expect(typeset('exp(sqrt(2))')).toBe('<msup><mi>e</mi><msqrt><mn>2</mn></msqrt></msup>')
    expect(typeset('1-e')).toBe('<mn>1</mn><mo>−</mo><mi>e</mi>')
    expect(typeset('ln(2)^2')).toBe(
      '<msup><mo>(</mo><mi>ln</mi><mo>(</mo><mn>2</mn><mo>)</mo><mo>)</mo><mn>2</mn></msup>',
    )
    expect(typeset('a11')).toBe('<msub><mi>a</mi><mn>11</mn></msub>')
  })

  test('is well-formed for any value', () => {
    fc.assert(
      fc.property(anyTree, tree => {
        const open: string[] = []
        for (const [, close, name] of scalarMathml(build(fresh(), tree)).matchAll(/<(\/?)(\w+)[^>]*>/g)) {
          if (!close) open.push(name ?? '')
          else expect(open.pop()).toBe(name)
        }
        expect(open).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
