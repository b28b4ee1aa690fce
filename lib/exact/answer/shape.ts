import { fold } from '../lex/fold'
import type { Shape } from '../tensor'
import { answerLimits } from './limits'

export type ShapeRead = { ok: true; shape: Shape } | { ok: false; message: string; at: number }

const example = 'Write a shape as 2x3, (2, 3) or scalar.'

/** Reads `2x3`, `2×3`, `(2, 3)`, `[2, 3]`, `(3,)`, `3` (a vector of three), `scalar` and `()`. Never throws. */
export function readShape(text: string): ShapeRead {
  const refuse = (message: string): ShapeRead => ({ ok: false, message, at: 0 })
  if (text.length > 2 * answerLimits.characters) return refuse(`This is too long for a shape. ${example}`)
  const typed = fold(text).text.trim().toLowerCase()
  if (typed === '') return refuse(`This cell is empty. ${example}`)
  if (typed === 'scalar' || /^\(\s*\)$|^\[\s*\]$/.test(typed)) return { ok: true, shape: [] }
  const bracketed = /^\((.*)\)$|^\[(.*)\]$/.exec(typed)
  const inner = (bracketed?.[1] ?? bracketed?.[2] ?? typed).trim()
  const parts = (bracketed ? inner.replace(/,$/, '') : inner).split(/\s*[x*,]\s*/)
  if (parts.some(part => !/^\d+$/.test(part.trim())))
    return refuse(`This cannot be read as a shape. ${example}`)
  if (parts.some(part => part.length > 6)) return refuse('A length in this shape is too large.')
  const shape = parts.map(Number)
  if (shape.includes(0)) return refuse('A length in this shape is 0; lengths begin at 1.')
  return { ok: true, shape }
}
