import { stringify } from 'csv-stringify/sync'
import writeExcelFile from 'write-excel-file/node'
import { defused } from '@/lib/protocol/defused'
import type { Table, TableCell } from './tables'

/** The table as CSV: UTF-8 with the mark by which Excel recognises it, and line ends as in RFC 4180. */
export function csvOf({ columns, rows }: Table): Uint8Array {
  const text = stringify([columns, ...rows.map(row => row.map(csvCell))], {
    bom: true,
    record_delimiter: '\r\n',
    // An empty text stays empty text; a text with a line break of any kind needs quotes.
    quoted_match: /[\r\n]/,
    cast: { number: String },
  })
  return Buffer.from(text, 'utf8')
}

function csvCell(cell: TableCell): string | number | null {
  if (cell instanceof Date) return cell.toISOString()
  return typeof cell === 'string' ? defused(cell) : cell
}

/** A workbook, one sheet for each table. Text is stored as text, which is never computed. */
export async function xlsxOf(tables: readonly Table[]): Promise<Uint8Array> {
  return writeExcelFile(
    tables.map(({ name, columns, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: columns.map((head, column) => ({ width: widthOf(head, rows, column) })),
      data: [
        columns.map(head => ({ value: xlsxText(head), type: String, fontWeight: 'bold' as const })),
        ...rows.map(row => row.map(xlsxCell)),
      ],
    })),
  ).toBuffer()
}

function xlsxCell(cell: TableCell) {
  if (cell === null || cell === '') return null
  if (cell instanceof Date) return { value: cell, type: Date, format: 'yyyy-mm-dd hh:mm:ss' }
  if (typeof cell === 'number') return { value: cell, type: Number }
  return { value: xlsxText(cell), type: String }
}

/** The longest text of a cell that Excel opens. */
const cellChars = 32_767
const cut = '… (cut)'

/** Text as XML can hold it and Excel opens it: without control characters and halves of characters, and not too long. */
export function xlsxText(text: string): string {
  const wellFormed = Buffer.from(text, 'utf8').toString('utf8')
  const plain = wellFormed
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
  if (plain.length <= cellChars) return plain
  // The cut keeps characters whole.
  return plain.slice(0, cellChars - cut.length).replace(/[\uD800-\uDBFF]$/, '') + cut
}

/** The width of a column in characters, from what stands in the first rows. */
function widthOf(head: string, rows: Table['rows'], column: number): number {
  const longest = rows.slice(0, 200).reduce((most, row) => {
    const cell = row[column] ?? ''
    const length =
      cell instanceof Date
        ? 19
        : Math.max(
            ...String(cell)
              .split('\n')
              .map(line => line.length),
          )
    return Math.max(most, length)
  }, head.length)
  return Math.min(40, longest + 2)
}
