import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AtomTable, atomField } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { readCell } from '@/lib/language/answer/cell'
import { answerMathml } from '@/lib/language/answer/mathml'
import { readAnswer } from '@/lib/language/answer/read'
import { vocabularyOf } from '@/lib/language/answer/vocabulary'
import { plainSentence } from '@/lib/words/sentence'
import { takesLong } from '../../../takes-long'
import { anyTree, spell } from './random-answers'
import { spell as spellScalar, symbolTree } from './random-scalars'

takesLong()

const vocabulary = vocabularyOf([{ name: 'A', shape: [2, 12] }])

function echo(text: string): string {
  const read = readAnswer(text, vocabulary)
  if (!read.ok) throw new Error(`${text}: ${plainSentence(read.message)}`)
  return answerMathml(read.expr)
}

/** The echo read back as a line of text: what a person sees, with brackets in place of bars and raised type. */
function linear(mathml: string): string {
  let text = mathml.replace(/<\/?math>/g, '')
  const innermost = /<(mfrac|msup|msub|msqrt|mrow|mi|mn|mo)(?: form="prefix")?>([^<]*)<\/\1>/
  for (;;) {
    const found = innermost.exec(text)
    // A product's dot is typeset with room at both sides, so that no decimal is seen in `0 · 5`.
    if (!found) return text.replaceAll('\u0001', '').replaceAll('·', ' · ')
    const [whole, element = '', inner = ''] = found
    // \u0001 closes a child, so that a fraction or power knows where its two parts lie.
    const parts = inner.split('\u0001').filter(part => part !== '')
    const shown =
      element === 'mfrac'
        ? `((${parts[0]})/(${parts[1]}))`
        : element === 'msup'
          ? `${parts[0]}^(${parts[1]})`
          : element === 'msub'
            ? ` ${parts[0]}[${/^\d\d$/.test(parts[1] ?? '') ? [...parts[1]!].join(',') : parts[1]}]`
            : element === 'msqrt'
              ? `√(${parts.join('')})`
              : parts.join('')
    text = text.replace(whole, () => `${shown}\u0001`)
  }
}

describe('the echo', () => {
  test.each([
    ['3/2', '<math><mfrac><mrow><mn>3</mn></mrow><mrow><mn>2</mn></mrow></mfrac></math>'],
    [
      '-3/5',
      '<math><mrow><mo form="prefix">−</mo><mfrac><mrow><mn>3</mn></mrow><mrow><mn>5</mn></mrow></mfrac></mrow></math>',
    ],
    ['-3', '<math><mrow><mo form="prefix">−</mo><mn>3</mn></mrow></math>'],
    ['2 * 3', '<math><mrow><mn>2</mn><mo>·</mo><mn>3</mn></mrow></math>'],
    [
      '1e-3',
      '<math><mrow><mn>1</mn><mo>·</mo><msup><mn>10</mn><mrow><mo form="prefix">−</mo><mn>3</mn></mrow></msup></mrow></math>',
    ],
    ['.5', '<math><mn>0.5</mn></math>'],
    ['1,5', '<math><mn>1.5</mn></math>'],
  ])('%s', (text, mathml) => {
    expect(echo(text)).toBe(mathml)
  })

  test.each([
    ['√2', '<math><msqrt><mn>2</mn></msqrt></math>'],
    ['exp(2)', '<math><msup><mi>e</mi><mrow><mn>2</mn></mrow></msup></math>'],
    ['e^2', '<math><msup><mi>e</mi><mrow><mn>2</mn></mrow></msup></math>'],
    ['log 2', '<math><mrow><mi>ln</mi><mo>(</mo><mn>2</mn><mo>)</mo></mrow></math>'],
    ['sigmoid(2)', '<math><mrow><mi>σ</mi><mo>(</mo><mn>2</mn><mo>)</mo></mrow></math>'],
    ['A11', '<math><msub><mi>a</mi><mn>11</mn></msub></math>'],
    ['A[2,10]', '<math><msub><mi>a</mi><mrow><mn>2</mn><mo>,</mo><mn>10</mn></mrow></msub></math>'],
  ])('%s', (text, mathml) => expect(echo(text)).toBe(mathml))

  test('nothing is computed: sums stay sums and 2/4 stays 2/4', () => {
    expect(linear(echo('1+1'))).toBe('1+1')
    expect(linear(echo('2/4'))).toBe('((2)/(4))')
    expect(linear(echo('max(1, 2)'))).toBe('max(1,2)')
  })

  test('brackets stand where the eye needs them, and nowhere else', () => {
    for (const text of [
      '2*(3*4)',
      '1-(2+3)',
      '2*(-3)',
      '2*(-3/5)',
      '(-3/5)^2',
      '(1/2)^2',
      '(2^3)^2',
      '(-2)^2',
      '-(1+2)',
      '(1+2)*3',
      '2*(1e3)',
    ]) {
      expect([text, echo(text).includes('<mo>(</mo>')]).toEqual([text, true])
    }
    for (const text of [
      '(2*3)*4',
      '(1+2)/3',
      '2^(1+1)',
      '-(2^2)',
      '((7))',
      '(1/2)*3',
      '-(2*3)',
      '(1+2)+3',
      '-3/5*2',
    ]) {
      expect([text, echo(text).includes('<mo>(</mo>')]).toEqual([text, false])
    }
  })

  test('what is shown, read again as a person would, has the value of what was typed', () => {
    fc.assert(
      fc.property(anyTree, tree => {
        const text = spell(tree)
        fc.pre([...text].length <= 200)
        const typed = readCell(text)
        const shown = linear(echo(text))
        fc.pre(shown.length <= 200)
        const again = readCell(shown)
        // Deep fractions can pass the levels that may be typed; then there is nothing to compare.
        fc.pre(again.ok || !/levels/.test(plainSentence(again.message)))
        expect(again.ok ? again.value : again.message).toEqual(typed.ok ? typed.value : typed.message)
      }),
      { numRuns: 1500 },
    )
  })

  test('so has what is shown of answers beyond the rationals', () => {
    let compared = 0
    fc.assert(
      fc.property(symbolTree, tree => {
        const text = spellScalar(tree)
        fc.pre([...text].length <= 200)
        const table = new AtomTable()
        const means = { vocabulary, table: () => table }
        const typed = readCell(text, means)
        const shown = linear(echo(text))
        fc.pre(typed.ok && shown.length <= 200)
        const again = readCell(shown, means)
        fc.pre(again.ok || !/levels/.test(plainSentence(again.message)))
        if (!again.ok || !typed.ok) throw new Error(`${text} shows ${shown}`)
        const budget = new Budget({ work: 1e6, digits: 4096 })
        const field = atomField(budget, table)
        const same = withinBudget(() => field.equals(again.value, typed.value))
        fc.pre(same.ok)
        expect([text, shown, same.ok && same.value]).toEqual([text, shown, true])
        compared += 1
      }),
      { numRuns: 600 },
    )
    expect(compared).toBeGreaterThan(300)
  })
})
