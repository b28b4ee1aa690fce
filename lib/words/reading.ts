import type { Speaker } from './argument'
import { answer } from './en/answer'
import { budget } from './en/budget'
import { formulaAnswer } from './en/formula-answer'
import { lexing } from './en/lexing'
import { shapeAnswer } from './en/shape-answer'
import { speakerOf } from './speaker'

/**
 * Marked text of what the readers of typed cells, formulas and shapes say. Those run in browsers too, so these sentences go
 * there; no others do.
 */
export const readingSentence: Speaker = speakerOf({
  ...answer,
  ...budget,
  ...formulaAnswer,
  ...lexing,
  ...shapeAnswer,
})
