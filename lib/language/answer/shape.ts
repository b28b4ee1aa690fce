import type { Shape } from '@/lib/exact/tensor'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { fold } from '../lex/fold'
import { answerLimits } from './limits'

export type ShapeRead = { ok: true; shape: Shape } | { ok: false; message: Message; at: number }

/** Reads `2x3`, `2×3`, `(2, 3)`, `[2, 3]`, `(3,)`, `3` (a vector of three), `scalar` and `()`. Never throws. */
export function readShape(text: string): ShapeRead {
  const refuse = (told: Message): ShapeRead => ({ ok: false, message: told, at: 0 })
  if (text.length > 2 * answerLimits.characters) return refuse(message('shape-answer.too-long'))
  const typed = fold(text).text.trim().toLowerCase()
  if (typed === '') return refuse(message('shape-answer.empty'))
  if (typed === 'scalar' || /^\(\s*\)$|^\[\s*\]$/.test(typed)) return { ok: true, shape: [] }
  const bracketed = /^\((.*)\)$|^\[(.*)\]$/.exec(typed)
  const inner = (bracketed?.[1] ?? bracketed?.[2] ?? typed).trim()
  const parts = (bracketed ? inner.replace(/,$/, '') : inner).split(/\s*[x*,]\s*/)
  if (parts.some(part => !/^\d+$/.test(part.trim()))) return refuse(message('shape-answer.unreadable'))
  if (parts.some(part => part.length > 6)) return refuse(message('shape-answer.length-too-large'))
  const shape = parts.map(Number)
  if (shape.includes(0)) return refuse(message('shape-answer.length-zero'))
  return { ok: true, shape }
}
