import type { Expr } from '../expr'
import { strength } from '../notation'
import type { Settings } from '../op'

/** An expression as text for an exercise file, with its precedence. */
export interface Spelled {
  readonly text: string
  readonly strength: number
}

/** Writes an application of an op. */
export type Spelling = (inputs: readonly Spelled[], settings: Settings) => Spelled

export function bracketed(piece: Spelled | undefined, least: number): string {
  if (piece === undefined) return ''
  return piece.strength < least ? `(${piece.text})` : piece.text
}

/** A sign between two operands, brackets from the left as in Python. */
export function infixSpelling(sign: string, own: number): Spelling {
  return ([left, right]) => ({
    text: `${bracketed(left, own)} ${sign} ${bracketed(right, own + 1)}`,
    strength: own,
  })
}

/** Characters of a text that is still read; a longer one is cut short. */
const longest = 200

/** An expression as an exercise file writes it, its names as they are. */
export function spellExpr(expr: Expr): string {
  const spelled: Spelled[] = []
  for (const item of expr) {
    if (item.kind === 'number') spelled.push({ text: item.text, strength: strength.atom })
    else if (item.kind === 'node') spelled.push({ text: item.name, strength: strength.atom })
    else {
      const inputs = item.inputs.flatMap(place => spelled[place] ?? [])
      const whole = (item.op.spelling ?? called(item.op.call?.word ?? item.op.name))(inputs, item.settings)
      spelled.push(whole.text.length > longest ? { text: '...', strength: strength.atom } : whole)
    }
  }
  return spelled.at(-1)?.text ?? ''
}

function called(word: string): Spelling {
  return (inputs, settings) => ({
    text: `${word}(${[...inputs.map(({ text }) => text), ...settings].join(', ')})`,
    strength: strength.atom,
  })
}
