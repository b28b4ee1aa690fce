import { type Form, type Rows, turned } from './form'
import { isBlank, isComma, isSemicolon, linesOf, spacedCells, splitOutside, wordsOf } from './nest'

/** `Float64[1.0 2.0]`, as Julia prints a matrix inside another value. */
const typed = /^(?:Float|Int|UInt|Rational|Real|Number|Any)\w{0,3}(?:\{\w{0,20}\})?(?=\[)/

/**
 * `[[1, 2], [3, 4]]` of Python and NumPy, `[1 2; 3 4]` of MATLAB, Octave and Julia, `[1 2⏎ 3 4]`, and rows in brackets of their own.
 * Brackets nested deeper than two give the rows of the innermost ones.
 */
export const brackets: Form = {
  read(text) {
    const source = text.replace(typed, '')
    return source.startsWith('[') && source.endsWith(']') ? bracketRows(source) : null
  },
}

/** Null where the brackets do not pair up, or something stands between them. */
export function bracketRows(text: string): Rows | null {
  const rows: Rows = []
  /** Places after the brackets that are open. */
  const open: number[] = []
  let round = 0
  /** Where what is not looked at yet begins; what is left there has to be separators, unless a bracket closes it. */
  let from = 0
  /** Brackets that belong to an entry, as in `A[1,2]`. */
  let entries = 0
  let isFlat = true
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at)
    if (mark === '(') round += 1
    else if (mark === ')') round -= 1
    else if (mark === '[') {
      if (entries > 0 || round > 0 || (open.length > 0 && /[\p{L}\d_]/u.test(text.charAt(at - 1)))) {
        entries += 1
        continue
      }
      if (!isGap(text.slice(from, at))) return null
      if (open.length > 0) isFlat = false
      open.push(at + 1)
      from = at + 1
    } else if (mark === ']') {
      if (entries > 0) {
        entries -= 1
        continue
      }
      if (open.pop() === undefined) return null
      const inner = text.slice(from, at)
      if (!isGap(inner)) for (const row of innermost(inner, isFlat && open.length === 0)) rows.push(row)
      from = at + 1
    } else if (open.length === 0 && !isBlank(mark) && mark !== ',' && mark !== ';') return null
  }
  return open.length === 0 && rows.length > 0 && isGap(text.slice(from)) ? rows : null
}

/** Whether nothing but separators stands there. */
function isGap(text: string): boolean {
  return /^[\s,;]*$/.test(text)
}

function innermost(inner: string, isFlat: boolean): Rows {
  return splitOutside(inner, isSemicolon)
    .flatMap(row => (isFlat ? linesOfRow(row) : [row]))
    .filter(row => row !== '')
    .map(cellsOf)
}

/** The width at which NumPy breaks a line, less what it keeps free. */
const wrapsAt = 70

/**
 * The rows among the lines of brackets that nest no others. A line that ends in a comma goes on in the next, and so does one that
 * NumPy broke because the next number had no room in it.
 */
function linesOfRow(row: string): string[] {
  const lines = linesOf(row).filter(line => line.trim() !== '')
  const goesOn = (line: string, next: string): boolean =>
    line.trimEnd().endsWith(',') || line.trimEnd().length + (wordsOf(next)[0] ?? '').length >= wrapsAt
  const isWrapped = lines.slice(1).every((next, at) => goesOn(lines[at] ?? '', next))
  return isWrapped ? [lines.join(' ').trim()] : lines.map(line => line.trim())
}

/** Cells of one row: parted by commas outside brackets if there are any, else by blanks outside brackets. */
export function cellsOf(row: string): string[] {
  const cells = splitOutside(row, isComma)
  if (cells.length > 1) return cells.at(-1) === '' ? cells.slice(0, -1) : cells
  const words = splitOutside(row, isBlank).filter(cell => cell !== '')
  // In `x + 1  2` one blank is part of a cell, and two part two cells.
  return words.some(word => /^[-+*/^]$/.test(word)) ? spacedCells(row) : words
}

/** `{{1, 2}, {3, 4}}` of Mathematica, whose square brackets are those of functions. */
export const braces: Form = {
  read(text) {
    const shown = text.replace(/\/\/\s?(?:MatrixForm|TableForm)$/, '').trim()
    const called = /^(?:MatrixForm|TableForm|N|Transpose)\[/.exec(shown)?.[0]
    const source = called && shown.endsWith(']') ? shown.slice(called.length, -1) : shown
    if (!source.startsWith('{') || !source.endsWith('}')) return null
    const inner = source
      .replace(/[[\]{}]/g, mark => swapped[mark] ?? mark)
      .replaceAll('*^', 'e')
      .replace(/(?<=\d\.?)`[\d.]{0,9}/g, '')
    const rows = bracketRows(inner)
    return rows && called === 'Transpose[' ? turned(rows) : rows
  },
}

const swapped: Readonly<Record<string, string>> = { '[': '(', ']': ')', '{': '[', '}': ']' }
