import { expect, test } from 'vitest'
import { AtomTable, atomField, heightOf, type Scalar, scalarMathml, spellScalar } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { texOf } from '@/lib/exact/tex'
import { readAnswer } from '@/lib/language/answer/read'
import { scalarValue } from '@/lib/language/answer/scalar'
import { vocabularyOf } from '@/lib/language/answer/vocabulary'
import { plainSentence } from '@/lib/words/sentence'

/*
 * Values beyond the rationals and the form that each is brought to, its height and its sign, as one sheet to be read (sheet.txt):
 * a rule that brings nothing out, or takes too long a way, shows there. Floats check that no value is changed on the way.
 */

const table = new AtomTable()
const field = atomField(new Budget({ work: 1e8, digits: 4096 }), table)
const vocabulary = vocabularyOf(['x', 'y', 'z'].map(name => ({ name, shape: [] })))

function taken(text: string): Scalar | string {
  const read = readAnswer(text, vocabulary)
  if (!read.ok) return plainSentence(read.message)
  const value = scalarValue(read.expr, table)
  return value.ok ? value.value : plainSentence(value.message)
}

/** As a float; symbols are positive and far from each other. */
function float(text: string): number {
  const script = text
    .replace(/\^/g, '**')
    .replace(/(?<![\d.])-(?=[\w(]+\*\*)/g, '-1*')
    .replace(/\be\b/g, 'Math.E')
    .replace(/\bln\b/g, 'Math.log')
    .replace(/\b(sqrt|exp|abs|tanh)\b/g, 'Math.$1')
  const given = {
    x: 0.7,
    y: 1.9,
    z: 2.3,
    sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
    relu: (x: number) => Math.max(x, 0),
  }
  return new Function(...Object.keys(given), `return ${script}`)(...Object.values(given))
}

const roots = `sqrt(0) | sqrt(1/4) | sqrt(8) | sqrt(12/5) | sqrt(2)*sqrt(3) | sqrt(2)*sqrt(8) | sqrt(2)/sqrt(6) | 1/sqrt(3) | 1/(1+sqrt(2)) | 1/(sqrt(2)+sqrt(3))
  1/(1+sqrt(2)+sqrt(3)) | (1+sqrt(2))^3 | sqrt(3+2*sqrt(2)) | sqrt(3-2*sqrt(2)) | sqrt(5+2*sqrt(6)) | sqrt(2+sqrt(3)) | sqrt(1+sqrt(2)) | sqrt(1+sqrt(2))^2
  sqrt(1+sqrt(2))^3 | 1/sqrt(1+sqrt(2)) | sqrt(sqrt(2)) | sqrt(sqrt(16)) | sqrt(2*sqrt(2)) | sqrt(sqrt(2)/3) | sqrt(1/(1+sqrt(2))) | sqrt(2)-sqrt(2) | sqrt(50)-5*sqrt(2)
  sqrt(7+4*sqrt(3)) | sqrt(1/2+sqrt(3)/4) | sqrt(e) | sqrt(e^2) | sqrt(e^3) | sqrt(2*e) | sqrt(4*e^2+4*e+1) | sqrt(e^2-2*e+1) | sqrt(1-2*e+e^2) | sqrt(e/(1+e)^2) | sqrt(e/(1+e))
  sqrt((1+e)^3) | sqrt(1/(e-3)^2) | sqrt(1/(3-e)^3) | sqrt(ln(2)) | sqrt(ln(2)^2) | sqrt(ln(2)^3) | sqrt(ln(2)^3/5) | sqrt(ln(1/2)^2) | sqrt(2+e)*sqrt(3*e+6) | sqrt(e+sqrt(2)) | sqrt(2*e+2*sqrt(2))
  sqrt(5+3*e) | sqrt(3+2*sqrt(2)*e) | sqrt(5+3*exp(ln(2)/3)) | sqrt(5-3*ln(2)) | sqrt(3+2*sqrt(2)+e) | sqrt(3-sqrt(5)) | sqrt(1/(3-e)/(3-e)/(3-e)/(3-e)) | sqrt(1/(3-e)/(3-e)/(3-e)) | sqrt(1/(e-3)/(e-3)/(2-e)/(2-e))
  sqrt(exp(ln(2)/3)) | exp(ln(2)/4) | exp(3*ln(2)/8) | exp(2*ln(5)/3)*exp(ln(5)/3) | 1/exp(ln(2)/3) | sqrt(2)*exp(ln(2)/4) | sqrt(15)*sqrt(21) | sqrt(2)+sqrt(3)-sqrt(5) | -sqrt(2)-sqrt(3) | sqrt(6)/2-sqrt(6)/3
  (1+sqrt(2))*(1+sqrt(3))*(1+sqrt(5)) | 1/(sqrt(2)-1)^2 | sqrt(10^20) | sqrt(10^21) | sqrt(3)*e/sqrt(2) | sqrt(x^2) | sqrt(4*x^2) | sqrt(x^2+1)`

const exponentials = `e^0 | e^1 | exp(-1) | exp(1/2) | exp(1/2)*exp(1/2) | exp(1/3)^3 | exp(2)*exp(-3) | exp(ln(2)) | exp(2*ln(3)) | exp(ln(2)/2) | exp(-ln(2)/3) | exp(1+ln(2)) | exp(ln(2)*ln(3))
  exp(ln(1+e)) | exp(2*ln(1+e)) | exp(ln(1+e)/2) | exp(-ln(1+e)/2) | exp(ln(1+e)/3) | exp(3*ln(1+e)/2) | exp(sqrt(2)) | exp(2*sqrt(2)) | exp(sqrt(2)/2)^2 | exp(1+sqrt(2)) | exp(e) | exp(e/(1+e))
  exp(1/(1+e))*exp(e/(1+e)) | exp(-exp(1)) | exp(x) | exp(2*x)*exp(-x) | exp(x+y) | exp(x*y) | exp(x/y) | 1/(1+exp(-1)) | 1/(1+exp(1)) | e/(1+e)+1/(1+e) | e/(1+e)-1/(1+e) | (e^2-1)/(e+1) | (e^3-1)/(e-1)
  e/(1+e)^2 | (1+e)/(1+2*e+e^2) | 2*e/(4+4*e) | 1/(e-e^2) | 1/(2*e^2+4*e) | (e+sqrt(2))/(e^2-2) | (e-sqrt(2))*(e+sqrt(2)) | 1/(e+sqrt(2)) | e*(1+e)/(e+e^2) | sigmoid(1) | sigmoid(-1)
  e^3/e^5+e | (1+e)^2*(2+e)/((1+e)*(2+e)^2) | 1/(1+e)/(2+e) | 1/(1+e)+1/(2+e) | 1/(1+e)-1/(1+e)^2 | (e^2+2*e+1)/(e^2-1) | -(1+e)/(2-e) | (e-1/e)/2 | e/3-e/2 | 2*(1+e)/4/e | -e | -1/e | -e/(1+e) | (1+e)*(1-e)
  1/(x+y) | -x/(y*2) | (x+y)^3 | x*y/(x^2*y) | 1/(1/x+1/y) | (x^2-y^2)/(x+y) | (x+1)^2/(x+1) | x/(x*y+x) | 1/x-1/y | 3*x^2*y-2*x*y^2 | exp(-x)/(1+exp(-x)) | exp(x)^2/exp(2*x) | x^64/x^63
  sigmoid(ln(2)) | tanh(1) | tanh(-1) | tanh(1/2) | tanh(ln(2)) | sigmoid(1)*(1-sigmoid(1)) | 1-tanh(1)^2 | sigmoid(sqrt(2)) | abs(2-e) | abs(3-e) | relu(e-3) | relu(3-e) | abs(e^2+x^2) | abs(-e-x^2*e) | abs(x^2-e) | abs(x^3*e+1) | 1/(1+x)^2 | relu(e*x^2+exp(x))`

const logarithms = `ln(1) | ln(2) | ln(1/2) | ln(6) | ln(12)-ln(3) | ln(4)/2 | ln(4)/ln(2) | ln(8)/ln(4) | ln(e) | ln(e^2) | ln(2*e) | ln(e/3) | ln(sqrt(2)) | ln(sqrt(2)*e) | ln(sqrt(1+e)) | ln(1+e) | ln(2+2*e)
  ln(e+e^2) | ln(1+2*e+e^2) | ln(e^2-2*e+1) | ln(9-6*e+e^2) | ln(1/(1+e)) | ln(e/(1+e)) | ln((1+e)^2/e) | ln(e-2) | ln(3-e) | ln(1+sqrt(2)) | ln(ln(3)) | ln(2*ln(3)) | ln(ln(3)^2) | ln(1/ln(3)) | ln(sqrt(ln(3)))
  ln(ln(3-e)^2) | ln(1/ln(3-e)^2) | ln(1000000000) | ln(2000000000) | ln(3/99991/99989) | ln(99991)+ln(99989) | 31*ln(2)+ln(3) | 6*ln(2) | 3*ln(2) | -3*ln(2) | 5*ln(7)-ln(3) | ln(2)/2+ln(3)/2 | ln(2)-ln(3) | ln(3)-ln(2)
  e+ln(2)-ln(3) | 1-ln(6) | ln(10)*e | ln(sqrt(2)+sqrt(3)) | ln(exp(ln(2)/3)) | ln(e^2*sqrt(2)/3) | ln((1+e)/(2+e)) | ln((e-2)*(3-e)) | ln((1+e)^2*(2+e)^3) | ln(exp(x)+1)-x | ln(2)^2-ln(3)^2 | 1/ln(2)^2 | ln(2)/(1+ln(3)) | ln(x^2+1)/2
  ln(2)^2 | ln(2)*ln(3) | 1/ln(2) | ln(2)/ln(3) | (ln(2)+ln(3))/ln(6) | 1/(1+ln(2)) | ln(2)+ln(1+e) | ln(1+e)-ln(2+2*e) | ln(1+1/e) | ln(1+e)-1 | -ln(sigmoid(1)) | ln(1+e)*e | ln(x) | ln(x^2) | ln(exp(x)) | ln(2*exp(x))`

const big = `100*sqrt(1234) | 12345*e | e/12345 | 1/(1+12345*e) | sqrt(12345+e) | exp(2/12345) | ln(12343) | ln(12345+e) | exp(e/12345) | e^123 | 1/(1+e)^12 | sqrt(ln(12343))`

/** Whether both are one number, and how that is known. */
const pairs = `ln(2)+ln(3) = ln(6) | e^2*e = e^3 | e = 2718281828/1000000000 | sqrt(2) = 141421356/100000000 | ln(3) = ln(3) | ln(2)*ln(3) = ln(3)*ln(2) | ln(3)^2 = 1206949/1000000
  ln(ln(3)) = 94/1000 | exp(1/(1+e))*exp(e/(1+e)) = e | exp(1/(1+e))*exp(e/(1+e)) = e+1/1000000000000 | exp(e)*e = exp(1+e) | exp(e)^2 = exp(2*e) | exp(e) = 1515426224/100000000
  ln(2+3*e+e^2) = ln(1+e)+ln(2+e) | ln(2+3*e+e^2) = ln(1+e)+ln(2+e)+1 | ln((2+e)^3*(1+e)) = 3*ln(2+e)+ln(1+e) | ln((1+e)^31*(2+e)) = 31*ln(1+e)+ln(2+e) | ln((1+e)^33*(2+e)) = 33*ln(1+e)+ln(2+e)
  ln((1+e)*(2+e)/6) = ln(1+e)+ln(2+e)-ln(2)-ln(3) | 2*ln((1+e)*(2+e)) = ln((1+e)^2)+ln((2+e)^2) | ln(1+e)*ln(2+e) = ln(2+e)*ln(1+e) | ln((1+e)*(2+e))^2 = (ln(1+e)+ln(2+e))^2 | e*ln((1+e)*(2+e)) = e*ln(1+e)+e*ln(2+e)
  ln((1+e)*(2+e))/e = ln(1+e)/e+ln(2+e)/e | ln((1+sqrt(2))*(1+sqrt(3))) = ln(1+sqrt(2))+ln(1+sqrt(3)) | sqrt(2)*ln(2) = ln(2)*sqrt(2) | exp(sqrt(2))*exp(sqrt(3)) = exp(sqrt(2)+sqrt(3))
  sqrt(1+sqrt(2))*sqrt(1+sqrt(3)) = sqrt((1+sqrt(2))*(1+sqrt(3))) | sqrt(1+e)*sqrt(2+e) = sqrt((1+e)*(2+e)) | sqrt(1+e)*sqrt(2+e) = sqrt((1+e)*(2+e)+1/1000000000)
  x = y | x+y = y+x | (x+y)^2 = x^2+2*x*y+y^2 | (x^2-y^2)/(x-y) = x+y | exp(x)*exp(y) = exp(x+y) | exp(x) = exp(y) | x*e = e*x | x*sqrt(2) = sqrt(2)*x | ln(1+exp(x)) = ln(1+exp(-x))+x | exp(x/(1+x))*exp(1/(1+x)) = e
  sqrt(1+exp(1/2)) = sqrt(1+exp(1/3)) | ln(1+exp(1/2)) = ln(1+exp(1/3)) | exp(exp(1/2)) = exp(exp(1/3)) | exp(1/(1+exp(1/2))) = exp(1/(1+exp(1/3))) | sqrt(1+sqrt(2)) = sqrt(1+exp(ln(2)/3))
  exp(sqrt(2)*sqrt(1+sqrt(2))*sqrt(1+sqrt(3))) = exp(sqrt(2)*sqrt((1+sqrt(2))*(1+sqrt(3)))) | sqrt(1+sqrt(2))*(sqrt(2)-1)^60 = 0 | sqrt(1+sqrt(2))*(sqrt(2)-1)^60 = sqrt(1+sqrt(3))*(sqrt(2)-1)^60
  sqrt(1+x^2) = sqrt(1+y^2) | ln(1+x^2) = ln(1+x^4) | exp(x/(1+y)) = exp(x/(1+x)) | exp(1/(1+e)^2) = exp(1/(1+e)) | exp(x^2) = exp(x^3)
  x*exp(1/(1+e)) = x*exp(e/(1+e)) | x*exp(1/(1+e))+y*exp(e/(1+e)) = x*exp(e/(1+e))+y*exp(1/(1+e)) | exp(sqrt(1+sqrt(2))*sqrt(1+sqrt(3))) = exp(sqrt((1+sqrt(2))*(1+sqrt(3))))
  e*exp(sqrt(1+sqrt(2))*sqrt(1+sqrt(3)))+e = e*exp(sqrt((1+sqrt(2))*(1+sqrt(3))))+e | exp(sqrt(1+sqrt(2))) = exp(sqrt(1+sqrt(3))) | e*exp(sqrt(1+sqrt(2))) = exp(1+sqrt(1+sqrt(2)))
  sqrt(1+sqrt(2))*sqrt(1+sqrt(3))*sqrt(1+sqrt(5)) = sqrt((1+sqrt(2))*(1+sqrt(3))*(1+sqrt(5)))
  sqrt(1+sqrt(2))*sqrt(1+sqrt(3))*sqrt(1+sqrt(5))*sqrt(1+sqrt(7))*sqrt(1+sqrt(11))*sqrt(1+sqrt(13)) = sqrt((1+sqrt(2))*(1+sqrt(3))*(1+sqrt(5))*(1+sqrt(7))*(1+sqrt(11))*(1+sqrt(13)))
  sqrt(1+sqrt(2))+sqrt(1+sqrt(3)) = sqrt(1+sqrt(5)) | sqrt(1+sqrt(2))*sqrt(1+sqrt(3)) = sqrt((1+sqrt(2))*(1+sqrt(3)))+1/10^30 | exp(ln(2)/3)*exp(ln(2)/3)*exp(ln(2)/3) = 2 | exp(ln(2)/3) = 126/100
  ln(2)*ln(3) = ln(6)*ln(2)-ln(2)^2 | ln(2)*e = e*ln(2)+1/10^20 | ln(2)*ln(3) = 761/1000 | 1/ln(2) = 14427/10000 | ln(2)/ln(3) = ln(4)/ln(9) | ln(1+e)-ln(2+e) = ln((1+e)/(2+e)) | ln(x^2+1)+ln(2) = ln(2*x^2+2)
  x*exp(1/(1+e))*exp(e/(1+e)) = x*e | sqrt(1+x^2)^2 = 1+x^2 | x/y = x/y | x/(2*y) = x/y/2 | 1/(1+exp(-x)) = exp(x)/(1+exp(x))`

const pieces = (texts: string): string[] => texts.split(/ \| |\n\s*/)

function line(text: string): string {
  const value = taken(text)
  if (typeof value === 'string') return value
  const spelled = spellScalar(value)
  const [typed, made] = [float(text), float(spelled)]
  expect(Math.abs(typed - made), `${text} and ${spelled}`).toBeLessThan(1e-9 * Math.max(1, Math.abs(typed)))
  const side = field.side(value)
  if (side !== null && !/[xyz]/.test(text))
    expect(side, text).toBe(Math.sign(Math.abs(typed) < 1e-12 ? 0 : typed))
  const tex = texOf(scalarMathml(value))
  return `${spelled}  |  ${tex}  |  ${heightOf(value)}, ${side ?? 'either sign'}`
}

function compared(text: string): string {
  const [a, b] = text.split(' = ').map(taken)
  if (a === undefined || b === undefined || typeof a === 'string' || typeof b === 'string')
    return `${a}, ${b}`
  const { equal, reason } = field.compare(a, b)
  const [left = 0, right = 0] = text.split(' = ').map(float)
  // Floats tell what is surely not equal.
  if (equal) expect(Math.abs(left - right), text).toBeLessThan(1e-9 * Math.max(1, Math.abs(left)))
  return `${equal ? 'equal' : 'not equal'}, ${reason}`
}

test('values beyond the rationals are brought to the form that the sheet shows', async () => {
  const parts: [string, string][] = [
    ['roots', roots],
    ['exponentials', exponentials],
    ['logarithms', logarithms],
    ['long ones', big],
  ]
  const told = parts.map(([title, texts]) =>
    [`# ${title}`, ...pieces(texts).map(text => `${text}  ->  ${line(text)}`)].join('\n'),
  )
  told.push(['# pairs', ...pieces(pairs).map(text => `${text}  ->  ${compared(text)}`)].join('\n'))
  await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot('sheet.txt')
})
