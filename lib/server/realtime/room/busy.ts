import { refused } from '@/lib/classroom/refusal'
import { message } from '@/lib/words/message'

/** Too many commands to one class wait for their turn. */
export const classBusy = refused('too-fast', message('board.being-changed'), 1000)
/** Too many messages of one student wait for their turn. */
export const deskBusy = refused('too-fast', message('wire.too-many'), 1000)
