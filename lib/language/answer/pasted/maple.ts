import type { Form, Rows } from './form'
import { turned } from './form'

/** `<<1 | 2>, <3 | 4>>` of Maple: a bar sets things beside one another, a comma below one another. */
export const maple: Form = {
  read(text) {
    if (!text.startsWith('<') || !text.endsWith('>')) return null
    const inner = text.slice(1, -1)
    if (!inner.includes('<')) return flat(inner)
    const bars = parted(inner, '|')
    const pieces = bars.length > 1 ? bars : parted(inner, ',')
    const vectors: Rows = []
    for (const piece of pieces) {
      if (!piece.startsWith('<') || !piece.endsWith('>') || /[<>;]/.test(piece.slice(1, -1))) return null
      const cells = piece.slice(1, -1).split(bars.length > 1 ? ',' : '|')
      vectors.push(cells.map(cell => cell.trim()))
    }
    return bars.length > 1 ? turned(vectors) : vectors
  },
}

/** `<1, 2; 3, 4>` in rows, `<1 | 2>` lying, `<1, 2>` standing. */
function flat(inner: string): Rows | null {
  if (inner.includes('>')) return null
  const cells = (text: string, separator: string): string[] => text.split(separator).map(cell => cell.trim())
  if (inner.includes(';')) return inner.includes('|') ? null : cells(inner, ';').map(row => cells(row, ','))
  if (inner.includes('|')) return inner.includes(',') ? null : [cells(inner, '|')]
  return inner.includes(',') ? cells(inner, ',').map(cell => [cell]) : null
}

/** Pieces parted outside inner angles. */
function parted(text: string, separator: string): string[] {
  const pieces: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at)
    if (mark === '<') depth += 1
    else if (mark === '>') depth -= 1
    else if (mark === separator && depth === 0) {
      pieces.push(text.slice(from, at).trim())
      from = at + 1
    }
  }
  return [...pieces, text.slice(from).trim()]
}
