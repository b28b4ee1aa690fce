import temml from 'temml'
import { describe, expect, test } from 'vitest'
import {
  brackets,
  mfrac,
  mi,
  mn,
  mo,
  mover,
  mrow,
  msub,
  mtable,
  mtext,
  nameMathml,
  partialMathml,
} from '@/lib/exact/mathml'
import { texOf } from '@/lib/exact/tex'

const accepted = (tex: string): string => temml.renderToString(tex, { throwOnError: true })

describe('TeX of what is typeset in MathML', () => {
  test.each([
    [nameMathml('W1'), '{W}_{1}'],
    [nameMathml('yhat'), '\\hat{y}'],
    [nameMathml('z1hat'), '\\hat{{z}_{1}}'],
    [nameMathml('alpha'), '\\alpha'],
    [nameMathml('h_prev'), '{h}_{\\mathrm{prev}}'],
    [nameMathml('x_'), '\\mathrm{x\\_}'],
    [partialMathml('L', 'A', [], [1, 2]), '\\frac{\\partial L}{\\partial {A}_{12}}'],
    [mrow(mo('−', 'prefix'), mfrac(mn('1'), mn('2'))), '- \\frac{1}{2}'],
    [
      mtable([
        [mn('1'), mn('2')],
        [mn('3'), mn('4')],
      ]),
      '\\left[\\begin{matrix}1 & 2 \\\\ 3 & 4\\end{matrix}\\right]',
    ],
    [mtable([[mn('10')], [mn('3.5')]]), '\\left[\\begin{matrix}10 \\\\ 3.5\\end{matrix}\\right]'],
    [brackets(mrow(mi('a'), mo('+'), mi('b'))), '\\left(a + b\\right)'],
    [mrow(mi('A'), mo('\u2062'), mi('B'), mo('='), mi('C')), 'A\\,B = C'],
    [msub(mi('sum'), mrow(mtext('axis\u00a0'), mn('1'))), '{\\mathrm{sum}}_{\\text{axis~}1}'],
    [mrow(mo('('), mo(')')), '\\left(\\right)'],
    [mrow(mo('(')), '('],
    [mrow(mo('|')), '|'],
    [mrow(mo('|', 'prefix'), mi('x'), mo('|', 'postfix')), '\\left|x\\right|'],
    [mrow(mo('('), mi('x'), mo(']')), '(x]'],
    [mrow(mi('x'), mo(')')), 'x)'],
    [mo('max'), '\\mathrm{max}'],
    [mo('∑'), '\\sum'],
    [mtext('a < b & "c" > \'d\''), '\\text{a < b \\& "c" > \'d\'}'],
    ['<mtext>&nbsp;&#38;</mtext>', '\\text{\\&nbsp;\\&\\#38;}'],
    [mover(mi('x'), mo('~')), '\\tilde{x}'],
    [mover(mi('x'), mo('¯')), '\\bar{x}'],
    [mover(mi('x'), mo('→')), '\\bar{x}'],
    ['<math><msqrt><mn>6</mn></msqrt></math>', '\\sqrt{6}'],
  ])('%s', (mathml, tex) => {
    expect(texOf(mathml)).toBe(tex)
    expect(() => accepted(tex)).not.toThrow()
  })

  test.each(['50% & more_', '{x}', 'a\\b', '$1 #2', '~^'])('text that means something to TeX: %s', text => {
    expect(() => accepted(texOf(mtext(text)))).not.toThrow()
    expect(() => accepted(texOf(mi(text)))).not.toThrow()
    expect(accepted(texOf(mtext(text))).replace(/<[^>]*>/g, '').length).toBeGreaterThan(0)
  })

  test('what is no MathML of ours is refused', () => {
    expect(() => texOf('<mspace></mspace>')).toThrow('no TeX for <mspace>')
    expect(() => texOf('<mrow></mi>')).toThrow('closes nothing')
  })
})
