import type { BoardCell, BoardDelta, BoardExercise, BoardSnapshot, BoardStudent } from '@/lib/protocol/board'
import { inOrderOfJoining } from '@/lib/protocol/joining'
import type { BoardPacing } from '@/lib/protocol/pacing'
import type { BoardDoor } from '@/lib/protocol/people'
import type { Showing } from '@/lib/protocol/projector'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf } from '@/lib/protocol/step-key'
import type { CellState } from '@/lib/protocol/step-state'

/** The cells of one student, by `stepKey`; a cell that is missing is untouched. */
export type StudentCells = ReadonlyMap<string, BoardCell>

/**
 * The class as the board has it. What a delta does not name keeps its identity, so that a row of the grid is drawn again
 * only when something in it changed.
 */
export interface BoardState {
  readonly seq: number
  readonly class: BoardSnapshot['class']
  readonly exercises: readonly BoardExercise[]
  /** In the order of joining. */
  readonly students: ReadonlyMap<string, BoardStudent>
  readonly cells: ReadonlyMap<string, StudentCells>
  readonly pacing: BoardPacing
  /** What each mistake is called, by its id. */
  readonly mistakeWords: ReadonlyMap<string, string>
  /** A question to who makes it, by the mistake's id. */
  readonly nudges: ReadonlyMap<string, string>
  readonly door: BoardDoor
  /** What is on the projector. */
  readonly showing: Showing
  /** When the countdown ends, on the clock of `performance.now()`; null without one. */
  readonly endsAt: number | null
  /** What the teachers said, the oldest first. */
  readonly said: BoardSnapshot['said']
  /** The last poll, open or closed. */
  readonly poll: BoardSnapshot['poll']
}

function paced(pacing: BoardPacing): Pick<BoardState, 'pacing' | 'endsAt'> {
  return { pacing, endsAt: pacing.countdown && performance.now() + pacing.countdown.remainingMs }
}

export function boardOf(snapshot: BoardSnapshot): BoardState {
  const { seq, exercises } = snapshot
  const empty: BoardState = {
    seq,
    class: snapshot.class,
    exercises,
    students: new Map(),
    cells: new Map(),
    mistakeWords: new Map(snapshot.mistakeWords.map(({ id, words }) => [id, words])),
    nudges: new Map(snapshot.mistakeWords.flatMap(({ id, nudge }) => (nudge ? [[id, nudge]] : []))),
    ...paced(snapshot.pacing),
    said: snapshot.said,
    poll: snapshot.poll,
    door: snapshot.door,
    showing: snapshot.showing,
  }
  return { ...empty, ...merged(empty, snapshot.students, snapshot.cells) }
}

/**
 * The board after a delta, or null where deltas are missing in between and only a snapshot helps. Entries replace by id, so
 * a delta that begins before this state and ends after it holds all that is missing; one that ends before it is old news.
 */
export function applyDelta(board: BoardState, delta: BoardDelta): BoardState | null {
  if (delta.from > board.seq) return null
  if (delta.seq <= board.seq) return board
  return {
    seq: delta.seq,
    class: delta.door ? { ...board.class, code: delta.door.code } : board.class,
    door: delta.door ?? board.door,
    mistakeWords: board.mistakeWords,
    nudges: board.nudges,
    exercises: delta.exercises ?? board.exercises,
    ...(delta.pacing ? paced(delta.pacing) : { pacing: board.pacing, endsAt: board.endsAt }),
    showing: delta.showing ?? board.showing,
    said: delta.said ?? board.said,
    poll: delta.poll === undefined ? board.poll : delta.poll,
    ...merged(remaining(board, delta.removed), delta.students, delta.cells),
  }
}

function remaining(board: BoardState, removed: readonly string[] | undefined): BoardState {
  if (removed === undefined) return board
  const gone = new Set(removed)
  const left = <T>(all: ReadonlyMap<string, T>) => new Map([...all].filter(([id]) => !gone.has(id)))
  return { ...board, students: left(board.students), cells: left(board.cells) }
}

function merged(
  board: BoardState,
  newStudents: readonly BoardStudent[],
  newCells: readonly BoardCell[],
): Pick<BoardState, 'students' | 'cells'> {
  // A delta names whoever changed, in no order.
  const students = inOrderOfJoining(
    new Map([...board.students, ...newStudents.map(student => [student.id, student] as const)]),
  )
  if (newCells.length === 0) return { students, cells: board.cells }
  const rows = new Map<string, Map<string, BoardCell>>()
  for (const cell of newCells) {
    const row = rows.get(cell.student) ?? new Map(board.cells.get(cell.student))
    rows.set(cell.student, row.set(keyOf(cell), cell))
  }
  return { students, cells: new Map([...board.cells, ...rows]) }
}

const noCells: StudentCells = new Map()

export function cellsOf(board: BoardState, student: string): StudentCells {
  return board.cells.get(student) ?? noCells
}

export function stateAt(cells: StudentCells, on: StepAddress): CellState {
  return cells.get(keyOf(on))?.state ?? 'untouched'
}
