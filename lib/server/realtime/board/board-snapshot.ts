import { boardCells, boardStudents } from '@/lib/classroom/board-view'
import { mistakeWords } from '@/lib/classroom/mistakes'
import { boardMessages, boardPoll } from '@/lib/classroom/talk-view'
import type { BoardSnapshot } from '@/lib/protocol/board'
import { sentenceOf } from '@/lib/words/sentence'
import type { ClassRecord } from '../../db/classes'
import type { BoardSource } from './board-feed'

/** What a snapshot reads besides what deltas do. */
export interface BoardWhole extends BoardSource {
  readonly record: ClassRecord
}

/** Everything that a board shows, as it is now. */
export function boardSnapshot(room: BoardWhole): BoardSnapshot {
  const { record, door, state } = room
  return {
    seq: room.seq,
    class: { id: record.id, title: record.title, code: door.code },
    exercises: room.boardExercises(),
    students: boardStudents(state),
    cells: boardCells(state),
    pacing: room.boardPacing(),
    mistakeWords: mistakeWords(sentenceOf),
    said: boardMessages(state),
    poll: boardPoll(state),
    door,
    showing: state.showing,
  }
}
