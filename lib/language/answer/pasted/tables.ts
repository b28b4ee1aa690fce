import { isPrinted } from './entry'
import type { Form, Rows } from './form'
import { linesOf, splitOutside, wordsOf } from './nest'

/** A spreadsheet's cells. */
export const tabs: Form = {
  indented: true,
  read: text =>
    text.includes('\t') ? linesOf(text).map(line => line.split('\t').map(cell => cell.trim())) : null,
}

/**
 * `| 1 | 2 |`, with or without a line of dashes. A head that names the columns is no row, and neither is a column that an empty
 * corner marks as names of the rows.
 */
export const markdown: Form = {
  read(text) {
    const lines = linesOf(unbracketed(text)).map(line => line.trim())
    const filled = lines.filter(line => line !== '')
    const drawn = filled.filter(line => !isRule(line))
    if (drawn.length === 0 || !drawn.every(line => line.includes('|'))) return null
    const hasRule = drawn.length < filled.length
    if (drawn.length < 2 && !hasRule && !/^\| .* \|$/.test(drawn[0] ?? '')) return null
    const rows = drawn.map(line =>
      line
        .replace(/^\|/, '')
        .replace(/\|$/, '')
        .split('|')
        .map(cell => cell.trim()),
    )
    // Bars around single values are those of absolute values.
    const isTable = rows.every(row => row.length > 1 && !row.some(cell => /^[-+*/]$/.test(cell)))
    if (!isTable && !hasRule) return null
    const [head = [], ...body] = rows
    if (filled[1] === undefined || !isRule(filled[1]) || body.length === 0) return rows
    if (head[0] === '') return head.length > 1 ? named(head, body) : body
    const numbers = (cells: readonly string[]): boolean => cells.every(isPrinted)
    return !numbers(head) && body.every(numbers) ? body : rows
  },
}

/** With an empty corner: of a head that is empty all along nothing is known of the first column. */
function named(head: readonly string[], body: Rows): Rows {
  return head.every(cell => cell === '') ? body : body.map(row => row.slice(1))
}

function isRule(line: string): boolean {
  return line.includes('-') && /^[-|+: =]+$/.test(line)
}

/** `(1 | 2⏎3 | 4)`, as Wolfram Alpha gives a matrix. */
function unbracketed(text: string): string {
  return text.startsWith('(') && text.endsWith(')') && text.includes('|') ? text.slice(1, -1) : text
}

/**
 * Rows of a CSV file. A comma is a decimal comma only where it can be nothing else: where semicolons part the cells, or where some
 * lines have none and none has two.
 */
export const commas: Form = {
  read(text) {
    if (/[[\]{}|\\]/.test(text)) return null
    const lines = linesOf(text)
      .map(line => line.trim())
      .filter(line => line !== '')
    return parted(lines) ?? listed(lines)
  },
}

/** By semicolons, which on one line may part rows. */
function parted(lines: readonly string[]): Rows | null {
  const rows = lines.map(line => splitOutside(line, unquoted(';')))
  if (!rows.every(row => row.length > 1)) return null
  const whole = rows.map(row => (row.at(-1) === '' ? row.slice(0, -1) : row))
  const [only] = whole
  if (whole.length > 1 || only === undefined) return whole
  const inner = only.map(row => spaced(row) ?? blanks(row))
  return inner.some(row => row.length > 1) ? inner : whole
}

function blanks(row: string): string[] {
  const words = wordsOf(row)
  return words.every(isPrinted) ? words : [row]
}

/** By commas. */
function listed(lines: readonly string[]): Rows | null {
  if (lines.every(line => !line.includes(',') || thousands.test(line))) return null
  const rows = lines.map(line => spaced(line) ?? splitOutside(line, unquoted(',')))
  const widths = rows.map(row => row.length)
  if (rows.length === 1) {
    const isList = (rows[0]?.length ?? 0) > 2 || spaced(lines[0] ?? '') !== null
    return isList && rows[0]?.every(cell => cell !== '') ? rows : null
  }
  const isTable = widths.every(width => width > 1 && width === widths[0]) || widths.some(width => width > 2)
  return isTable ? rows : null
}

/** Cells parted by a comma and a blank; any other comma is then a decimal one. Null where no blank follows a comma. */
function spaced(line: string): string[] | null {
  const cells = splitOutside(
    line,
    (mark, at) => mark === ',' && line.charAt(at + 1).trim() === '' && at + 1 < line.length,
  )
  return cells.length > 1 ? cells : null
}

/** Groups of three digits: rows of numbers, or the thousands of one. Each cell asks for itself. */
const thousands = /^[-+−]?[1-9]\d{0,2}(?:,\d{3}){1,9}$/

/** Finds a separator outside the quotes of CSV; it has to see every mark of the text, in order. */
function unquoted(separator: string): (mark: string) => boolean {
  let isQuoted = false
  return mark => {
    if (mark === '"') isQuoted = !isQuoted
    return !isQuoted && mark === separator
  }
}

/** A column: every line is a cell. */
export const lines: Form = {
  read: text => {
    const cells = linesOf(text).map(line => line.trim())
    return cells.length > 1 ? cells.map(cell => [cell]) : null
  },
}
