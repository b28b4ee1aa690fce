import type { BoardCell, BoardStudent } from '@/lib/protocol/board'
import { type ClassHistory, cellNumbers, cellStates, type HistoryFrame } from '@/lib/protocol/history'
import type { BoardPacing } from '@/lib/protocol/pacing'
import { keyOf } from '@/lib/protocol/step-key'
import type { BoardState, StudentCells } from './board-state'

/** The part of a past board that the rows can tell. */
export type PastBoard = Pick<BoardState, 'exercises' | 'students' | 'cells' | 'pacing'>

/** Frames between two whole states that are kept, so that a jump to any moment applies fewer than that. */
const stride = 64

interface Past {
  readonly cells: Map<string, Map<string, BoardCell>>
  /** By place of the student: the time of the last answer. */
  readonly answeredAt: Map<number, number>
  pacing: BoardPacing
}

/** A class's history, which can show the class at any moment. */
export class Replay {
  private readonly kept: Past[] = []
  private readonly students = new Map<string, BoardStudent>()

  constructor(readonly history: ClassHistory) {
    let past: Past = { cells: new Map(), answeredAt: new Map(), pacing: history.pacing }
    for (const [number, frame] of history.frames.entries()) {
      if (number % stride === 0) {
        this.kept.push(past)
        past = copied(past)
      }
      this.apply(past, frame)
    }
  }

  /** How many frames had happened by a moment (Unix milliseconds). */
  framesBy(at: number): number {
    const { frames } = this.history
    let [low, high] = [0, frames.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((frames[middle]?.at ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return low
  }

  /**
   * The board at a moment. Who was connected is in no row: a student counts as here from the first sign in a session on, and
   * rows of students of whom nothing changed keep their identity.
   */
  boardAt(at: number): PastBoard {
    const { exercises, frames, sessions } = this.history
    const upTo = this.framesBy(at)
    const nearest = Math.min(Math.floor(upTo / stride), this.kept.length - 1)
    const base = this.kept[nearest]
    const past = base
      ? copied(base)
      : { cells: new Map(), answeredAt: new Map(), pacing: this.history.pacing }
    for (const frame of frames.slice(Math.max(0, nearest) * stride, upTo)) this.apply(past, frame)
    const begun = sessions.findLast(({ from }) => from <= at)?.from ?? 0
    const students = new Map<string, BoardStudent>()
    for (const [place, { id, name, since }] of this.history.students.entries()) {
      if (since > at) continue
      const lastAnswerAt = past.answeredAt.get(place) ?? null
      const presence = Math.max(since, lastAnswerAt ?? 0) >= begun ? 'here' : 'gone'
      students.set(id, this.student({ id, name, presence, joinedAt: since, lastAnswerAt, hand: null }))
    }
    return { exercises, students, cells: past.cells, pacing: past.pacing }
  }

  private student(student: BoardStudent): BoardStudent {
    const known = this.students.get(student.id)
    if (known?.presence === student.presence && known.lastAnswerAt === student.lastAnswerAt) return known
    this.students.set(student.id, student)
    return student
  }

  private apply(past: Past, { at, cells, answered, pacing }: HistoryFrame): void {
    const rows = new Set<string>()
    for (let from = 0; from + cellNumbers <= cells.length; from += cellNumbers) {
      const numbers = cells.slice(from, from + cellNumbers)
      const [row = 0, column = 0, state = 0, attempts = 0, wrong = 0, hints = 0, alike = 0, excused = 0] =
        numbers
      const student = this.history.students[row]?.id
      const place = this.history.steps[column]
      if (student === undefined || !place) continue
      if (!rows.has(student)) past.cells.set(student, new Map(past.cells.get(student)))
      rows.add(student)
      past.cells.get(student)?.set(keyOf(place), {
        student,
        ...place,
        state: cellStates[state] ?? 'untouched',
        attempts,
        wrong,
        hints,
        mistakes: [],
        alike,
        ...(excused === 1 && { excused: true }),
      })
    }
    for (const place of answered) past.answeredAt.set(place, at)
    if (pacing) past.pacing = pacing
  }
}

/** The rows themselves are shared; a frame copies those that it changes. */
function copied({ cells, answeredAt, pacing }: Past): Past {
  return { cells: new Map(cells), answeredAt: new Map(answeredAt), pacing }
}

const nothing: StudentCells = new Map()

export function pastCells(board: PastBoard, student: string): StudentCells {
  return board.cells.get(student) ?? nothing
}
