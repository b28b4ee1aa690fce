import { answer } from './answer'
import { budget } from './budget'
import { chalkLexing } from './chalk-lexing'
import { formulaAnswer } from './formula-answer'
import { key } from './key'
import { lexing } from './lexing'
import { shapeAnswer } from './shape-answer'
import { verbatim } from './verbatim'

/** The sentences by subject. */
export const subjects = { answer, budget, chalkLexing, formulaAnswer, key, lexing, shapeAnswer, verbatim }

/** Every English sentence, by its id. A test holds that no id stands in two subjects. */
export const english = {
  ...answer,
  ...budget,
  ...chalkLexing,
  ...formulaAnswer,
  ...key,
  ...lexing,
  ...shapeAnswer,
  ...verbatim,
}

export type English = typeof english
