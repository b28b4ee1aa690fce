import { boardPacing } from '@/lib/classroom/board-view'
import { deskPacing } from '@/lib/classroom/desk-pacing'
import { emptyClass } from '@/lib/classroom/state'
import type { Showing } from '@/lib/protocol/projector'

/** What a board and a desk are told of a class that nobody paced. */
export const plainBoardPacing = boardPacing(emptyClass, 0)
export const plainDeskPacing = deskPacing(emptyClass.pacing, 0, () => true)

/** What the projector of a class shows that nobody has chosen anything for. */
export const joins: Showing = { scene: { what: 'join' }, people: 'count' }
