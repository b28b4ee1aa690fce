import type { Settings } from '../pass'

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
