import { message } from '@/lib/words/message'
import { isPrinted } from './entry'
import type { Form, Rows } from './form'
import { linesOf, wordsOf } from './nest'

/** `  1.0e+03 *`: MATLAB and Octave print what all entries are multiplied by. */
const scale = /^\d(?:\.\d{1,9})?[eE]([-+]?\d{1,4}) *\*$/
/** `  Columns 1 through 8`, `Column 9`: what follows stands to the right of what was before. */
const further = /^Columns? \d{1,6}(?:(?: through | and |-| to )\d{1,6})?:?$/
/** `2×2 Matrix{Float64}:`, `3-element Vector{Int64}:`, `2×2 single matrix`, `Diagonal Matrix`. */
const heading = /^(?:\d{1,6}(?:[×x]\d{1,6}){1,4} .*(?:array|matrix|:)|\d{1,6}-element .*:|Diagonal Matrix)$/

/**
 * Columns of numbers with blanks between them, as MATLAB, Octave and Julia print them, below their headings. The dot that Julia
 * prints in a diagonal matrix is a zero.
 */
export const printed: Form = {
  read(text) {
    const lines = linesOf(text)
      .map(line => line.trim())
      .filter(line => line !== '')
    let isHeaded = false
    let power = 0
    let block: Rows = []
    const blocks: Rows[] = [block]
    for (const line of lines) {
      const scaled = scale.exec(line)
      if (scaled) power = Number(scaled[1])
      else if (further.test(line)) {
        if (block.length > 0) {
          block = []
          blocks.push(block)
        }
      } else if (heading.test(line) && block.length === 0) isHeaded = true
      else {
        const cells = wordsOf(line).map(word => (isHeaded && word === '⋅' ? '0' : word))
        if (!cells.every(isPrinted)) return null
        block.push(cells.map(cell => times(cell, power)))
        continue
      }
      isHeaded = true
    }
    return isHeaded ? besideOneAnother(blocks) : plain(block, lines.length)
  },
}

/** Without any heading only even columns are a printout. */
function plain(rows: Rows, lines: number): Rows | null {
  const width = rows[0]?.length ?? 0
  return lines > 1 && width > 1 && rows.every(row => row.length === width) ? rows : null
}

function besideOneAnother(blocks: readonly Rows[]): Rows | ReturnType<typeof message> | null {
  const filled = blocks.filter(block => block.length > 0)
  const [first = []] = filled
  if (first.length === 0) return null
  const isEven = filled.every(
    block => block.length === first.length && block.every(row => row.length === block[0]?.length),
  )
  if (!isEven) return message('pasted.uneven')
  return first.map((_, row) => filled.flatMap(block => block[row] ?? []))
}

/** The number as it is meant; a zero has no scale. */
function times(cell: string, power: number): string {
  return power === 0 || /^[-+]?0$/.test(cell) || /[eE/]/.test(cell) ? cell : `${cell}e${power}`
}
