import Papa from 'papaparse'
import { limits } from '@/lib/protocol/limits'
import type { RosterLine } from '@/lib/protocol/people'
import { numberChars, readNumber } from '@/lib/protocol/student-number'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { readName } from './names'

/** The most faults that are told; somebody who pasted the wrong file sees it in the first few. */
const faultsTold = 20

/** A first line that names the columns, in the languages that registrars export in. */
const headings =
  /^(?:nr|no|number|id|matrikel\w*|matriculation\w*|student\W?(?:id|number|nr|no)|name|names|students?|full ?name|vollst\w+ name|nom|nombre|alumno)\.?$/i

/** What a roster says, and what is wrong with it at which line (from 1). */
export interface RosterRead {
  readonly lines: RosterLine[]
  readonly faults: { readonly line: number; readonly fault: Message }[]
}

/**
 * Reads a roster as pasted or uploaded: a name on each line, or a number and a name in either order, separated by a
 * comma, a semicolon or a tab (RFC 4180; the separator is detected). A name in two columns (`Lovelace;Ada`) is
 * joined. Every fault is told at its line, and the other lines are read all the same.
 */
export function readRoster(text: string): RosterRead {
  if (text.length > limits.rosterBytes) {
    return { lines: [], faults: [{ line: 1, fault: message('roster.too-long') }] }
  }
  const body = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const lines: RosterLine[] = []
  const faults: RosterRead['faults'] = []
  const numbers = new Map<string, number>()
  const names = new Map<string, number>()
  for (const { line, cells } of rowsOf(body)) {
    const read = readLine(cells)
    if ('id' in read) {
      faults.push({ line, fault: read })
      continue
    }
    const key = read.key + (read.number === null ? '' : ` ${read.number}`)
    const before = read.number === null ? names.get(key) : numbers.get(read.number)
    if (before !== undefined) {
      const twice = read.number === null ? 'roster.name-twice' : 'roster.number-twice'
      faults.push({ line, fault: message(twice, { before }) })
      continue
    }
    if (lines.length >= limits.studentsPerClass) {
      faults.push({ line, fault: message('roster.too-many', { most: limits.studentsPerClass }) })
      break
    }
    names.set(key, line)
    if (read.number !== null) numbers.set(read.number, line)
    lines.push({ name: read.name, number: read.number })
  }
  return { lines, faults: faults.slice(0, faultsTold) }
}

/** Rows that hold anything, with the line on which each begins; a first row of headings is left out. */
function rowsOf(body: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = []
  let from = 0
  let line = 1
  Papa.parse<string[]>(body, {
    delimiter: delimiterOf(body),
    newline: '\n',
    step: ({ data, meta }) => {
      const cells = data.map(cell => cell.trim()).filter(cell => cell !== '')
      if (cells.length > 0) rows.push({ line, cells })
      line += body.slice(from, meta.cursor).split('\n').length - 1
      from = meta.cursor
    },
  })
  const [head] = rows
  return head?.cells.every(cell => headings.test(cell)) ? rows.slice(1) : rows
}

/** The first of tab, semicolon and comma that occurs at all; a line with only a name may hold a comma too. */
function delimiterOf(body: string): string {
  return ['\t', ';', ','].find(mark => body.includes(mark)) ?? ','
}

type Read = RosterLine & { key: string }

/** What one row says, or what is wrong with it. */
function readLine(cells: readonly string[]): Read | Message {
  if (cells.length > 3) return message('roster.more-than-two')
  const at = cells.findIndex(cell => /\p{Nd}/u.test(cell))
  const words = cells.filter((_, place) => place !== at)
  if (cells.length === 3 && at < 0) return message('roster.more-than-two')
  const number = at < 0 ? null : readNumber(cells[at] ?? '')
  if (at >= 0 && number === null)
    return message('roster.no-number', { typed: (cells[at] ?? '').slice(0, 40), most: numberChars })
  if (words.length === 0) return message('roster.no-name')
  const name = readName(words.join(' '))
  return name.ok ? { name: name.name, key: name.key, number } : name.message
}
