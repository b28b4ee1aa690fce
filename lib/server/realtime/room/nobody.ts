import { refused } from '@/lib/classroom/refusal'
import { message } from '@/lib/words/message'

export const noSuchStudent = refused('not-found', message('board.no-such-student'))
export const noSuchClass = refused('not-found', message('wire.no-such-class'))
