import { message } from '@/lib/words/message'
import { bracketRows } from './brackets'
import type { Form } from './form'
import { linesOf } from './nest'

/** The label of an output that stands on any of its lines: `(%o1)`, `A :=`. */
const label = /^\s*(?:\(%[io]\d{1,6}\)|[A-Za-z]\w{0,30} ?:?=)(?=\s*[[⎡⎢⎣])/

/**
 * A matrix drawn with a bracket at both ends of every line, as SymPy (`⎡1  2⎤`), Maxima and Maple draw it. Fractions that are
 * drawn over several lines are not put together.
 */
export const boxes: Form = {
  read(text) {
    const lines = linesOf(text).map(line => line.replace(label, '').trim())
    const drawn = lines.filter(line => line !== '')
    const isDrawn = drawn.every(line => /^[[⎡⎢⎣].*[\]⎤⎥⎦]$/.test(line) && inside(line))
    if (!isDrawn || (drawn.length < 2 && !text.includes('⎡'))) return null
    if (drawn.some(line => /(?:^|\s)[-─]+(?:\s|$)/.test(line.slice(1, -1)))) return message('pasted.stacked')
    const rows = bracketRows(drawn.map(line => `[${line.slice(1, -1)}]`).join('\n'))
    return rows?.every(row => row.length === rows[0]?.length) === false ? message('pasted.uneven') : rows
  },
}

/** Whether no other bracket stands in the line. */
function inside(line: string): boolean {
  return !/[[\]⎡⎢⎣⎤⎥⎦]/.test(line.slice(1, -1))
}
