import type { Speaker } from './argument'
import { pasted } from './en/pasted'
import { speakerOf } from './speaker'

/** Marked text of what the reader of pasted blocks says. It goes to browsers, with that reader. */
export const pastingSentence: Speaker = speakerOf(pasted)
