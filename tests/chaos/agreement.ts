import type { BoardState } from '@/lib/client/board-state'
import type { BoardCell } from '@/lib/protocol/board'
import type { StepRecord } from '@/lib/protocol/step-record'

/** The columns of a submission that are counted. */
export interface Row {
  readonly id: string
  readonly student: string
  readonly version: string
  readonly step: string
  readonly cells: string
  readonly verdict: 'right' | 'follows' | 'wrong'
  readonly regrades: string | null
}

export const rowsOfClass = `SELECT id, studentId AS student, versionId AS version, stepId AS step, cells, verdict, regrades
  FROM Submission WHERE classId = ? ORDER BY seq`

/** One student at one step, counted anew from the rows. */
export interface Counted {
  readonly student: string
  readonly version: string
  readonly step: string
  readonly attempts: number
  readonly wrong: number
  readonly best: string
  /** The row that holds the verdict of the latest answer. */
  readonly id: string
  readonly cells: string
}

/**
 * What boards and desks have to show, from the rows alone, by the words of [G12] and of [G5]: every answer counts once; an
 * answer's verdict is that of its latest regrade; right stays right; the last answer that followed counts as long as it does.
 */
export function counted(rows: readonly Row[]): Counted[] {
  const places = new Map<string, Row[]>()
  for (const row of rows) {
    const place = `${row.student} ${row.version} ${row.step}`
    places.set(place, [...(places.get(place) ?? []), row])
  }
  return [...places.values()].flatMap(place => {
    const answers = place.filter(row => row.regrades === null)
    const [first, latest] = [answers[0], answers.at(-1)]
    if (!first || !latest) return []
    const standing = (answer: Row) =>
      place.findLast(row => row === answer || row.regrades === answer.id) ?? answer
    const everRight = place.some(row => row.verdict === 'right')
    const everFollowed = (answer: Row) =>
      place.some(row => (row === answer || row.regrades === answer.id) && row.verdict === 'follows')
    const lastToFollow = answers.findLast(everFollowed)
    const follows = lastToFollow !== undefined && standing(lastToFollow).verdict === 'follows'
    const { student, version, step } = first
    return [
      {
        student,
        version,
        step,
        attempts: answers.length,
        wrong: answers.filter(answer => standing(answer).verdict === 'wrong').length,
        best: everRight ? 'right' : follows ? 'follows' : 'wrong',
        id: standing(latest).id,
        cells: latest.cells,
      },
    ]
  })
}

const onBoard = ({ student, version, step, attempts, wrong }: BoardCell | Counted, best: string): string =>
  `${student} ${version} ${step}: ${best} ${attempts} ${wrong}`

/** What a board shows that the rows do not say; empty where they agree. Marks of typing are in no row. */
export function boardDiffers(
  board: { readonly cells: Iterable<BoardCell> },
  rows: readonly Counted[],
): string[] {
  const shown = [...board.cells].flatMap(cell => (cell.attempts > 0 ? [onBoard(cell, cell.state)] : []))
  return differing(
    shown,
    rows.map(row => onBoard(row, row.best)),
  )
}

export function cellsOfBoard(board: BoardState | null): BoardCell[] {
  return [...(board?.cells.values() ?? [])].flatMap(cells => [...cells.values()])
}

/** The same of one student's desk. */
export function deskDiffers(records: Iterable<StepRecord>, rows: readonly Counted[]): string[] {
  const shown = [...records].map(
    ({ version, step, id, attempt, best, cells }) =>
      `${version} ${step}: ${best} ${attempt} ${id} ${JSON.stringify(cells)}`,
  )
  return differing(
    shown,
    rows.map(
      ({ version, step, id, attempts, best, cells }) =>
        `${version} ${step}: ${best} ${attempts} ${id} ${cells}`,
    ),
  )
}

function differing(shown: readonly string[], due: readonly string[]): string[] {
  const [has, wants] = [new Set(shown), new Set(due)]
  return [
    ...shown.filter(line => !wants.has(line)).map(line => `shown: ${line}`),
    ...due.filter(line => !has.has(line)).map(line => `due: ${line}`),
  ]
}
