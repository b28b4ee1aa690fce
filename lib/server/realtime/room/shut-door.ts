import type { BoardDoor } from '@/lib/protocol/people'

/** The door of a class until it is read. */
export const shutDoor: BoardDoor = {
  code: '',
  codeEnded: false,
  locked: false,
  approves: false,
  nicknames: false,
  asksNumber: false,
  roster: 0,
  waiting: [],
  waitingInAll: 0,
  removed: [],
}
