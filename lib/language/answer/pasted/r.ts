import { message } from '@/lib/words/message'
import { isPrinted } from './entry'
import type { Form, Rows } from './form'
import { linesOf, wordsOf } from './nest'

/**
 * R's printouts: a vector (`[1] 1 2 3`), and a matrix with its indices or names at its sides. Where the columns did not fit beside one
 * another, R prints the next ones below.
 */
export const rPrinted: Form = {
  read(text) {
    const lines = linesOf(text)
      .map(wordsOf)
      .filter(words => words.length > 0)
    return vector(lines) ?? matrix(lines)
  },
}

function vector(lines: readonly string[][]): Rows | null {
  if (lines[0]?.[0] !== '[1]') return null
  const isVector = lines.every(
    ([index = '', ...words]) => /^\[\d{1,6}\]$/.test(index) && words.length > 0 && words.every(isValue),
  )
  return isVector ? [lines.flatMap(([, ...words]) => words)] : null
}

function matrix(lines: readonly string[][]): Rows | ReturnType<typeof message> | null {
  const isIndexed = lines.some(([first = ''], at) => first === '[1,]' || (at === 0 && first === '[,1]'))
  if (!isIndexed) return null
  const rows: Rows = []
  /** Names of the columns that are being read, and the next row of them. */
  let width = -1
  let row = 0
  for (const words of lines) {
    const [name = '', ...cells] = words
    const isRow =
      /^\[\d{1,6},\]$/.test(name) || (width > 0 && words.length === width + 1 && cells.every(isValue))
    if (!isRow) {
      width = words.length
      row = 0
      continue
    }
    if (cells.length !== width) return message('pasted.uneven')
    const whole = rows[row]
    if (whole === undefined) rows.push(cells)
    else for (const cell of cells) whole.push(cell)
    row += 1
  }
  const isEven = rows.every(cells => cells.length === rows[0]?.length)
  return isEven ? (rows.length > 0 ? rows : null) : message('pasted.uneven')
}

/** A number, or one in quotes as R prints text. */
function isValue(word: string): boolean {
  return isPrinted(word) || /^"[^"]{1,200}"$/.test(word)
}
