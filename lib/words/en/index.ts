import { answer } from './answer'
import { auth } from './auth'
import { board } from './board'
import { budget } from './budget'
import { chalkLexing } from './chalk-lexing'
import { circuits } from './circuits'
import { counts } from './counts'
import { derived } from './derived'
import { desk } from './desk'
import { door } from './door'
import { draws } from './draws'
import { expected } from './expected'
import { faults } from './faults'
import { formulaAnswer } from './formula-answer'
import { formulas } from './formulas'
import { found } from './found'
import { http } from './http'
import { jacobians } from './jacobians'
import { key } from './key'
import { learn } from './learn'
import { lexing } from './lexing'
import { lint } from './lint'
import { misfit } from './misfit'
import { mistakes } from './mistakes'
import { names } from './names'
import { notebook } from './notebook'
import { opSentences, opSubjects } from './ops'
import { order } from './order'
import { pasted } from './pasted'
import { people } from './people'
import { poll } from './poll'
import { questions } from './questions'
import { roster } from './roster'
import { shapeAnswer } from './shape-answer'
import { shapes } from './shapes'
import { stepMarks, stepRemarks, stepTitles } from './steps'
import { syntax } from './syntax'
import { talk } from './talk'
import { targets } from './targets'
import { timeline } from './timeline'
import { traces } from './traces'
import { verbatim } from './verbatim'
import { verdict } from './verdict'
import { why } from './why'
import { wire } from './wire'
import { worked } from './worked'

/** The sentences by subject. */
export const subjects = {
  http,
  auth,
  answer,
  board,
  budget,
  chalkLexing,
  circuits,
  counts,
  derived,
  desk,
  door,
  draws,
  expected,
  faults,
  formulaAnswer,
  formulas,
  found,
  jacobians,
  key,
  learn,
  order,
  lexing,
  lint,
  misfit,
  mistakes,
  names,
  notebook,
  ...opSubjects,
  pasted,
  people,
  poll,
  questions,
  roster,
  shapeAnswer,
  shapes,
  stepMarks,
  stepRemarks,
  stepTitles,
  syntax,
  talk,
  targets,
  timeline,
  traces,
  verbatim,
  verdict,
  why,
  wire,
  worked,
}

/** Every English sentence, by its id. A test holds that no id stands in two subjects. */
export const english = {
  ...http,
  ...auth,
  ...answer,
  ...board,
  ...budget,
  ...chalkLexing,
  ...circuits,
  ...counts,
  ...derived,
  ...desk,
  ...door,
  ...draws,
  ...expected,
  ...faults,
  ...formulaAnswer,
  ...formulas,
  ...found,
  ...jacobians,
  ...key,
  ...learn,
  ...order,
  ...lexing,
  ...lint,
  ...misfit,
  ...mistakes,
  ...names,
  ...notebook,
  ...opSentences,
  ...pasted,
  ...people,
  ...poll,
  ...questions,
  ...roster,
  ...shapeAnswer,
  ...shapes,
  ...stepMarks,
  ...stepRemarks,
  ...stepTitles,
  ...syntax,
  ...talk,
  ...targets,
  ...timeline,
  ...traces,
  ...verbatim,
  ...verdict,
  ...why,
  ...wire,
  ...worked,
}

export type English = typeof english
