import { describe, expect, test } from 'vitest'
import {
  escapeXml,
  math,
  mi,
  mn,
  mo,
  mtable,
  nameMathml,
  partialMathml,
  shapeMathml,
} from '@/lib/exact/mathml'

/** As one would read it aloud: `_` and `^` for scripts, `x/y` for a fraction. */
function plain(mathml: string): string {
  return mathml
    .replace(/<msub>(.*?)<\/msub>/g, (_, inner: string) => inner.replace(/(<\/m[io]>|<\/mrow>)(?=<m)/, '$1_'))
    .replace(/<[^>]*>/g, '')
}

describe('names, typeset', () => {
  test.each([
    ['x', '<mi>x</mi>'],
    ['W1', '<msub><mi>W</mi><mn>1</mn></msub>'],
    ['W12', '<msub><mi>W</mi><mn>12</mn></msub>'],
    ['yhat', '<mover accent="true"><mi>y</mi><mo>^</mo></mover>'],
    ['yhat2', '<msub><mover accent="true"><mi>y</mi><mo>^</mo></mover><mn>2</mn></msub>'],
    ['z1hat', '<mover accent="true"><msub><mi>z</mi><mn>1</mn></msub><mo>^</mo></mover>'],
    ['thetabar', '<mover accent="true"><mi>θ</mi><mo>¯</mo></mover>'],
    ['alpha', '<mi>α</mi>'],
    ['Sigma2', '<msub><mi>Σ</mi><mn>2</mn></msub>'],
    ['loss', '<mi>loss</mi>'],
    ['hat', '<mi>hat</mi>'],
    ['h_prev', '<msub><mi>h</mi><mi>prev</mi></msub>'],
    ['a_10_2', '<msub><mi>a</mi><mrow><mn>10</mn><mo>,</mo><mn>2</mn></mrow></msub>'],
    ['w1_11', '<msub><mi>w</mi><mrow><mn>1</mn><mo>,</mo><mn>11</mn></mrow></msub>'],
    ['x_', '<mi>x_</mi>'],
    ['constructor', '<mi>constructor</mi>'],
    ['a1b2', '<mi>a1b2</mi>'],
  ])('%s', (name, mathml) => {
    expect(nameMathml(name)).toBe(mathml)
  })

  test('a partial derivative of whole nodes and of entries', () => {
    expect(partialMathml('L', 'W1')).toBe(
      '<mfrac><mrow><mo form="prefix">∂</mo><mi>L</mi></mrow><mrow><mo form="prefix">∂</mo><msub><mi>W</mi><mn>1</mn></msub></mrow></mfrac>',
    )
    expect(plain(partialMathml('C', 'A', [1, 2], [1, 1]))).toBe('∂C_12∂A_11')
    expect(plain(partialMathml('L', 'W1', [], [2, 1]))).toContain('(')
  })
})

test('nothing that is given as text can become markup', () => {
  const hostile = '<script>"&\''
  expect(escapeXml(hostile)).toBe('&lt;script&gt;&quot;&amp;&#39;')
  for (const element of [mi, mn, (text: string) => mo(text), nameMathml]) {
    expect(element(hostile)).not.toContain('<script')
  }
})

test('a shape stands in elements throughout: browsers draw no bare text inside <math>', () => {
  expect(shapeMathml([2, 3])).toBe('<mrow><mn>2</mn><mo>×</mo><mn>3</mn></mrow>')
  expect(shapeMathml([4])).toBe('<mrow><mn>4</mn></mrow>')
  expect(shapeMathml([])).toBe('<mtext>scalar</mtext>')
})

test('tables and the outermost element', () => {
  expect(math(mtable([[mn('1'), mn('2')]], true), 'block')).toBe(
    '<math display="block"><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable></math>',
  )
  expect(mtable([[mn('1')]])).toMatch(/^<mrow><mo>\[<\/mo><mtable>.*<\/mtable><mo>\]<\/mo><\/mrow>$/)
})
