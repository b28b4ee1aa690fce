import { lex } from '../lex'
import { entryMathml, mo, mrow, shapeMathml, tight } from '../mathml'
import { readFormula } from './formula'
import { formulaFunctions } from './formula-expr'
import { formulaPiece } from './formula-mathml'

const name = String.raw`\p{L}[\p{L}\p{M}\d_]*`
const entry = String.raw`(${name})(?:\[(\d+(?:,\s*\d+)*)\])?`
const quantity = new RegExp(`^${entry}$`, 'u')
const derivative = new RegExp(`^d${entry}/d${entry}$`, 'u')

/**
 * Mathematics in the notation of exercise files, typeset as the inside of a `<math>` element: `W1`, `A[1,2]`, `dL/dA`,
 * `dC[1,2]/dA[1,1]`, the shape `2x3`, a formula such as `G @ B.T`, an equation of these. Null for what is none of them.
 */
export function notationMathml(source: string): string | null {
  const text = source.trim()
  const sides = text.split(/ (=|!=|<=|>=|<|>) /)
  if (sides.length > 1) return related(sides)
  if (text === 'scalar') return shapeMathml([])
  if (/^\d+(?:x\d+)+$/.test(text)) return shapeMathml(text.split('x').map(Number))
  const partial = derivative.exec(text)
  if (partial) {
    const [, of = '', ofIndex, by = '', byIndex] = partial
    const [above, below] = [entryMathml(of, indexOf(ofIndex)), entryMathml(by, indexOf(byIndex))]
    // On one line: a bar would push the lines of a sentence apart.
    return mrow(tight('∂'), above, tight('/'), tight('∂'), below)
  }
  const single = quantity.exec(text)
  if (single) return entryMathml(single[1] ?? '', indexOf(single[2]))
  return formula(text)
}

const signs: Readonly<Record<string, string>> = { '!=': '≠', '<=': '≤', '>=': '≥' }

/** `sides` holds what is compared at its even places, and the signs between. */
function related(sides: readonly string[]): string | null {
  const set = sides.map((side, at) => (at % 2 === 0 ? notationMathml(side) : mo(signs[side] ?? side)))
  return set.some(side => side === null) ? null : mrow(set.join(''))
}

function indexOf(text: string | undefined): number[] {
  return text === undefined ? [] : text.split(',').map(Number)
}

/** Every word that is no function may be a node, and every gradient of the loss may stand in it. */
function formula(text: string): string | null {
  const lexed = lex(text, 'formula')
  if (!lexed.ok) return null
  const words = lexed.tokens.flatMap(token => (token.kind === 'name' ? [token.text] : []))
  const nodes = words.flatMap(word => [word, word.replace(/^d(?=.)/, '')])
  const known = nodes.filter(word => !Object.hasOwn(formulaFunctions, word))
  const read = readFormula(text, { nodes: [...new Set(known)], gradients: known, loss: 'L' })
  return read.ok ? formulaPiece(read.expr) : null
}
