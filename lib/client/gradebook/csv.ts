import Papa from 'papaparse'
import { defused } from '@/lib/protocol/defused'

/** Text as it is, where a grade book finds a person or a column by it. */
export interface Verbatim {
  readonly verbatim: string
}

export type CsvCell = string | number | Verbatim | null

export const verbatim = (text: string): Verbatim => ({ verbatim: text })

/** A file as spreadsheets and grade books read it: UTF-8 with its mark, CRLF, and text that nothing computes. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  const plain = rows.map(row => row.map(cellText))
  return `\uFEFF${Papa.unparse(plain, { newline: '\r\n', delimiter: ',' })}\r\n`
}

function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return typeof cell === 'string' ? defused(cell) : cell.verbatim
}

/** The rows of a file, whichever of comma and semicolon separates its cells. */
export function csvRows(text: string): string[][] {
  const body = text.replace(/^\uFEFF/, '')
  const [first = ''] = body.split(/\r?\n/, 1)
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ','
  return Papa.parse<string[]>(body, { delimiter, skipEmptyLines: true }).data
}
