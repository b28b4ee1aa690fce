import * as z from 'zod/mini'
import { kept } from './kept'

/** Whether single keys do what they do on boards in this browser. Speech input may need them off. */
export const boardKeys = kept('board-keys', z.boolean(), true)
