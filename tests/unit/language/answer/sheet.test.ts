import { expect, test } from 'vitest'
import { AtomTable, spellScalar } from '@/lib/exact/atoms'
import { texOf } from '@/lib/exact/tex'
import { readFormula } from '@/lib/language/answer/formula'
import { typedFormulaMathml } from '@/lib/language/answer/formula-mathml'
import { answerMathml } from '@/lib/language/answer/mathml'
import { readPasted } from '@/lib/language/answer/pasted/read'
import { readAnswer } from '@/lib/language/answer/read'
import { scalarValue } from '@/lib/language/answer/scalar'
import { noSymbols, type Vocabulary, vocabularyOf } from '@/lib/language/answer/vocabulary'
import type { Message } from '@/lib/words/argument'
import { readingSentence } from '@/lib/words/reading'
import { plainSentence, sentenceOf } from '@/lib/words/sentence'

/*
 * What is typed and how it is taken, as one sheet to be read (sheet.txt): the value and the echo, or the refusal and the place
 * that it points at. Other tests hold the rules; this one holds the words and the look of it.
 */

/** The browser has the sentences of the readers alone, and must say with them what the server says. */
function told(message: Message): string {
  expect(readingSentence(message)).toBe(sentenceOf(message))
  expect(readingSentence(message)).toMatch(/^\S.+\.$/)
  return plainSentence(message)
}

function cell(text: string, vocabulary: Vocabulary): string {
  const read = readAnswer(text, vocabulary)
  if (!read.ok) return `${read.at}: ${told(read.message)}`
  const value = scalarValue(read.expr, new AtomTable())
  return `${value.ok ? spellScalar(value.value) : told(value.message)}  |  ${texOf(answerMathml(read.expr))}`
}

const names = { nodes: ['A', 'B', 'C', 'W1', 'z', 'loss'], gradients: ['C', 'z'], loss: 'loss' }

function formula(text: string): string {
  const read = readFormula(text, names)
  return read.ok ? texOf(typedFormulaMathml(read.expr)) : `${read.at}: ${told(read.message)}`
}

function block(text: string): string {
  const read = readPasted(text)
  return read.ok ? JSON.stringify(read.rows) : plainSentence(read.message)
}

const symbols = vocabularyOf([
  { name: 'A', shape: [2, 12] },
  { name: 'a1', shape: [2] },
  { name: 'x', shape: [] },
  { name: 'e', shape: [12] },
])

const numbers = `2*-3 | -2*3 | (-2)*3 | -(2*3) | 2/-3 | (1+2)*3 | (1/2)^2 | (-2)^2 | 2^-2 | 2^(1+1) | 1-(2-3) | 1-(-3) | 1e3 | 1E+3
  1e-3 | 1.5e-10 | .5 | 5. | -.5e2 | sqrt(2+2) | √2 | sqrt 9 | exp(1) | ln(2)*3 | log2(8) | log10(1/2) | sigmoid(0) | tanh(ln 2)
  max(1/2, 2/3) | min(e, 3) | max(2, 2) | abs(-e) | relu(-1/2) | relu(e) | ln 0 | ln(-1) | √(-1) | 1/(e-e) | 0^-1 | 2^65 | 2^e
  e2 | e11 | E3(2) | ee | e11x | x | 2x | foo | sin(1) | nan | 0x12 | 0b1 | ln 2e | ln 2(3) | ln 2^3 | ln 2^-3
  ln 2^(1+(2)) | e^2(3) | e^2(3+(4))5 | e^2e | 1/2(3) | 1/2(3+(4))5 | 1/2e | 1/2sqrt 3 | 1/2sqrt √3 | 1/2ln | (1+2 | 1+2) | 1++2 | 1** 2
  max 1 | max(1) | max(1,2,3) | max(1,2 | ln | exp | sqrt() | abs(1,2) | 3 4 | 3 4/5 | -3 4/5 | 1.5 2 | 1,5 2 | a | A[1] | 1/| |`

const entries = `a11 | a1_1 | a_1_1 | a_1_12 | a112 | a_2_12 | A[1,12] | A[2,1] | A[3,1] | A[1] | A[1,1,1] | A[] | A[1,x] | A[1 | a[1,1] | a1[2] | a1[3]
  x | x[1] | 2x | x2 | 2x3 | 2ax | a11x | xa11 | a11a12 | a11a | A | AA | a113 | a13_1 | b11 | e | e1 | e[3] | e[13] | 2e1 | 2e11 | 2e12
  12e11 | 2e13 | e1(2) | ln2 | ln2x | lnx | ln x2 | exp x | sqrtx | e^x | x^2 | x^-2 | -x^2 | 1/2x | 1/2a11(3) | 2(x+1)3 | x(x) | max(x,1) | ln e1
  abs(x) | x/x | x-x | 1/(x-x) | log2(x) | log10 | a11log2(x)`

const formulas = `A @ B | A B | AB | A*B | 2A | A2 | A*2 | 2*A | -A | -A @ B | A @ -B | (A + B) @ C | A @ (B + C) | A @ B @ C | A @ (B @ C) | A * B * C | A * (B @ C)
  (A * B) @ C | A @ B * C | A B * C | A * B C | A/2 | A/(2 B) | (A+B)/2 | A^2 | A^-1 | A^T | A^TB | A^(T) | A.T | A' | A'' | Aᵀ | (A B).T | A.T^2 | A.TB | A.Tdloss/dC | A.T2 | A.tanh(B) | A.T.T | A.5 | A. | dL/dC | dloss/dC
  dL/dA | dL/dfoo | dM/dC | dloss/dloss | dC/dC | d/dC | A/dC | AdL/dC | dL/dCB | dL/C | A/B/C | A/B C | sum(A) | sum(A, 1) | sum(A, 12) | sum(A, 100) | sum(A, 0)
  sum(A, 1.5) | sum(A, -1) | sum(A, 1, 2) | sum(A, B) | mean(A, 2) | mean A | step(z) | relu(z, 1) | relu(A B) | exp(A) | exp(-A) | sigmoid(A) | σ(A) | tanh(A).T | tanhA
  foo | Afoo | A foo | A + | + A | A - - B | A = B | A[1,1] | (A | A) | () | 1/2 A | 1.5 A | A^B | A^1.5 | (A+B)^T | dL*dC | dL - dC | dL dC | dL/3 | 2/dC | (-A)^2 | -A^2 | (A/2)^2 | 2^2 | sum()`

/** With a space between them; the invisible ones by their numbers. */
const characters =
  `½ 2½ -2½ ¾ ⅒ ⅔ ↉ ⅟2 ² 2² 2³ 2⁹ ₂ ③ ٣ १२ 𝟏𝟐 𝟙 １＋２ ！3 ～3 （1） 5% 5‰ 1'000 1’000 1\`000 1_000 =3 ≈3 ~3 ±3 ∓3 <3 >3 ≤3 ≥3 ≠3
  1:2 1;2 [1] {1} |1| 3! 90° ∞ … ? 3—4 3―4 \\frac12 1&2 1٫5 "3" “3” „3 . .. 1.2.3 1,234.5 1,234 0,123 12,345 1234,567 1,23 1,2345 -1,234 1,234e5 $3 €3 ¢3 😀 3😀
  𝒙 é 1−2 1–2 1‐2 1‑2 1‒2 1﹣2 3×4 3·4 3⋅4 3∙4 3÷4 3∕4 3⁄4 2∗3 2⊙3 2∘3 2@3 2#3 2//3 5% 12345678901234567890 1e3 1e+3 1E-3 1e 1e5000 1e-5000
  0.(3) 12.(45) 0,(3) 0.(9) max(0.(3),1) 0.1(6) 3(2) 𝑒 2𝑒 2𝑒3 2𝑒-3 𝑒² ℯ ⅇ 𝜎(0) 𝝈(1) ½² ½*3 2^½ 1/½ 2½(3) ½3 ½e x² 2⁻¹ 10⁻³ 2¹⁰ -2² (1+2)² 2²3 2²^3 e²(3) ln2² 0·5 -0·05 0∙5 10·5 0·e 0×5
  \u200b3 3\u200b 3\u200b4 \ufeff3 3\u0000 3\ud800 \ud8003 3\uffff \u31643 3\u2060\u20604`
    .split(/\s+/)
    .concat(['3\u00a0', '1\u20092', ' 3\t', '3\n', '\u200b \u200b', '3 \u200b \u200b'])

const blocks = [
  '1\t2\n3\t4',
  ' 1 \t2 \n3\t 4 ',
  '\n1\t2\n',
  '1\t\t2',
  '1 2\n3 4',
  '1 2\n3',
  '1 2\n3 x',
  '1 + 2\n3 + 4',
  '1\n2',
  '1 -2/3\n+.5 1e3',
  '[[1, 2], [3, 4]]',
  '[[1 2]\n [3 4]]',
  '[1 2; 3 4]',
  '[1, 2; 3, 4;]',
  '[1, 2,]',
  '[[1, 2,], [3, max(1, 2)]]',
  '[(1, 2) 3]',
  'array([[1, 2],\n [3, 4]], dtype=float)',
  'np.array([1, 2])',
  '[[[1], [2]], [[3], [4]]]',
  '[1, 2',
  '1, 2]',
  '[1] [2]',
  '[1] + [2]',
  '[]',
  '[[], []]',
  '[1 [2]]',
  String.raw`1 & 2 \\ 3 & 4`,
  String.raw`1 & 2 \\[2pt] 3 & 4 \\`,
  String.raw`\begin{bmatrix} \frac{1}{2} & -\frac{a}{3} \\ 2\frac{1}{2} & x^{2} \end{bmatrix}`,
  String.raw`\left(\begin{array}{cc} 1 & 2 \\ \hline 3 & 4 \end{array}\right)`,
  String.raw`$1 \cdot 2$ & 3 \times 4`,
  String.raw`1 \\ 2`,
  '12',
  '',
]

const pieces = (texts: string): string[] => texts.split(/ \| ?|\n\s*/)

test('what is typed is taken as the sheet says', async () => {
  const parts: [string, readonly string[], (text: string) => string][] = [
    ['cells of an exercise in numbers', pieces(numbers), text => cell(text, noSymbols)],
    ['characters in such cells', characters, text => cell(text, noSymbols)],
    [
      'characters in formulas',
      [
        'A ⊙ B',
        'A ∘ B',
        'A × B',
        'A · B',
        'A ∗ B',
        'Aᵀ',
        'A⊤',
        'A’',
        'A′ B',
        "A''",
        '∂loss/∂C',
        '∂/∂C',
        'A²',
        'Ａ',
        'A\u200b',
        'A\u200bB',
        '[A]',
        'A½',
        'A, B',
        'A;',
      ],
      formula,
    ],
    [
      'cells of an exercise in symbols: A 2x12, a1 of 2, x a scalar, e of 12',
      pieces(entries),
      text => cell(text, symbols),
    ],
    ['formulas over A, B, C, W1, z and loss, with the gradients of C and z given', pieces(formulas), formula],
    ['pasted blocks', blocks, block],
  ]
  const told = parts.map(([title, texts, take]) =>
    [`# ${title}`, ...texts.map(text => `${JSON.stringify(text)}  ->  ${take(text)}`)].join('\n'),
  )
  await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot('sheet.txt')
})
