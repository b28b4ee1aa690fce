import { boardPacing } from '@/lib/classroom/board-view'
import { deskPacing } from '@/lib/classroom/desk-view'
import { emptyClass } from '@/lib/classroom/state'

/** What a board and a desk are told of a class that nobody paced. */
export const plainBoardPacing = boardPacing(emptyClass, 0)
export const plainDeskPacing = deskPacing(emptyClass.pacing, 0, () => true)
