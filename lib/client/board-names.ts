import * as z from 'zod/mini'
import { kept } from './kept'

/** Whether boards in this browser hide who is who. It is kept, so that a reload before the class shows no name. */
export const namesHidden = kept('board-names-hidden', z.boolean(), false)
