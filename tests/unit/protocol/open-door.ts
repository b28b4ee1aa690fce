import type { BoardDoor } from '@/lib/protocol/people'

/** The door of a class that nobody changed. */
export const openDoor: BoardDoor = {
  code: 'K7MX4RQ',
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
