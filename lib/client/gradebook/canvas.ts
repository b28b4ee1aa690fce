import { plainText } from '@/lib/words/text'
import { type CsvCell, csvRows, csvText, verbatim } from './csv'

/** Canvas's own export of its grade book, and a file that Canvas takes back (Canvas: Grades, Import and Export). */

export interface CanvasRow {
  /** Its place in the file, which tells it from all others. */
  readonly place: number
  /** As Canvas writes it: `Lovelace, Ada`. */
  readonly name: string
  /** SIS User ID and SIS Login ID, where they are in the file. */
  readonly ids: readonly string[]
  readonly section: string
}

export interface CanvasAssignment {
  /** Its column. */
  readonly at: number
  readonly title: string
  /** Null where Canvas does not say. */
  readonly possible: number | null
}

export interface CanvasFile {
  readonly rows: readonly CanvasRow[]
  readonly assignments: readonly CanvasAssignment[]
  /** All cells; the first row is the head. */
  readonly cells: readonly (readonly string[])[]
  /** The columns by which Canvas knows a student: those up to the section. */
  readonly known: number
}

/** What one column of the new file holds. */
export interface CanvasColumn {
  /** An assignment of the file, or the title of one that Canvas shall make. */
  readonly to: CanvasAssignment | string
  readonly possible: number
  /** By the place of the row; null leaves what Canvas has, `EX` excuses. */
  readonly grades: ReadonlyMap<number, number | 'EX' | null>
}

const notCanvas =
  'This is not a grade book that Canvas exported. In Canvas, open Grades, choose Export, and give that file here.'

export function readCanvas(text: string): { ok: true; file: CanvasFile } | { ok: false; why: string } {
  const cells = csvRows(text)
  const [head = [], ...rest] = cells
  const names = head.map(name => name.trim())
  const section = names.indexOf('Section')
  const split = names[0] === 'LastName' && names[1] === 'FirstName'
  if ((names[0] !== 'Student' && !split) || !names.includes('ID') || section < 0) {
    return { ok: false, why: notCanvas }
  }
  const points = rest.find(([first = '']) => first.includes('Points Possible')) ?? []
  const idColumns = ['SIS User ID', 'SIS Login ID'].map(name => names.indexOf(name)).filter(at => at >= 0)
  const rows = cells.flatMap((row, place): CanvasRow[] => {
    if (place === 0 || isNoStudent(row)) return []
    const name = split ? `${row[0] ?? ''}, ${row[1] ?? ''}` : (row[0] ?? '')
    const ids = idColumns.flatMap(at => row[at]?.trim() || [])
    return [{ place, name: unquoted(name), ids, section: row[section] ?? '' }]
  })
  const assignments = names.flatMap((name, at): CanvasAssignment[] => {
    const title = at > section ? /^(.*\S)\s*\(\d+\)$/.exec(name)?.[1] : undefined
    if (title === undefined || /read.only/i.test(points[at] ?? '')) return []
    return [{ at, title, possible: readNumber(points[at]) }]
  })
  return { ok: true, file: { rows, assignments, cells, known: section + 1 } }
}

/** Rows about assignments, and the student whom Canvas makes for trying things out. */
function isNoStudent(row: readonly string[]): boolean {
  const [first = ''] = row
  if (first.includes('Points Possible') || first.trim() === 'Student, Test') return true
  return row.every(cell => /^\s*(Muted|Manual Posting.*)?\s*$/i.test(cell))
}

/** Canvas keeps spreadsheets from computing a name by `="…"`. */
const unquoted = (name: string) => /^="(.*)"$/.exec(name)?.[1] ?? name

/** `1,234.5` and `12,5` as Canvas reads them: the last mark is the decimal one. */
function readNumber(text = ''): number | null {
  const parts = text.trim().split(/[.,]/)
  const last = parts.pop() ?? ''
  const number = Number(parts.length === 0 ? last : `${parts.join('')}.${last}`)
  return text.trim() === '' || !Number.isFinite(number) ? null : number
}

/** A file with these rows alone: whom it leaves out, and what it says nothing about, stays in Canvas as it is. */
export function canvasText(
  file: CanvasFile,
  places: readonly number[],
  columns: readonly CanvasColumn[],
): string {
  const { cells, known } = file
  const names = (cells[0] ?? []).slice(0, known)
  const head = names.map(verbatim)
  const titles = columns.map(({ to }) =>
    typeof to === 'string' ? plainText(to) : verbatim(cells[0]?.[to.at] ?? ''),
  )
  const possible: CsvCell[] = head.map((_, at) => (at === 0 ? verbatim('    Points Possible') : null))
  const rows = places.map(place => {
    const row = cells[place] ?? []
    return [
      // Canvas finds a student by the ids, which stay as they are; a name is only to be read.
      ...names.map((name, at) => (/ID|Root Account/.test(name) ? verbatim(row[at] ?? '') : (row[at] ?? ''))),
      ...columns.map(({ to, grades }): CsvCell => {
        const grade = grades.get(place) ?? null
        if (grade !== null) return grade
        return typeof to === 'string' ? null : verbatim(row[to.at] ?? '')
      }),
    ]
  })
  return csvText([[...head, ...titles], [...possible, ...columns.map(({ possible }) => possible)], ...rows])
}
