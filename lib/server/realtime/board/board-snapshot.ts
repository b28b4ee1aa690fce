import { boardCells, boardStudents } from '@/lib/classroom/board-view'
import { mistakeWords } from '@/lib/classroom/mistakes'
import { boardPoll } from '@/lib/classroom/poll'
import { boardMessages } from '@/lib/classroom/talk'
import type { BoardSnapshot } from '@/lib/protocol/board'
import type { Room } from '../room/room'

/** Everything that a board shows, as it is now. */
export function boardSnapshot(room: Room): BoardSnapshot {
  const { record, door, state } = room
  return {
    seq: room.seq,
    class: { id: record.id, title: record.title, code: door.code },
    exercises: room.boardExercises(),
    students: boardStudents(state),
    cells: boardCells(state),
    pacing: room.boardPacing(),
    mistakeWords: [...mistakeWords],
    said: boardMessages(state),
    poll: boardPoll(state),
    door,
    showing: state.showing,
  }
}
