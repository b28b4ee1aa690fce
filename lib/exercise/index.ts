export type { ChalkFault } from '@/lib/language/fault'
export type { Acceptance } from '@/lib/language/syntax/acceptance'
export { defaultAcceptance } from './acceptance/asked'
export { passes, roundsToFigures } from './acceptance/passes'
export { slackOf } from './acceptance/slack'
export { figuresOf, type Typed } from './acceptance/typed'
export { buildKey, type KeyBuilt } from './build-key'
export { type Derivation, derivationOf, quantityOf } from './derivation/derive'
export { behind, type Known, workOut } from './derivation/known'
export type { Asked, Quantity, Rule as DerivationRule } from './derivation/quantity'
export { type Truth, truthOf } from './derivation/truth'
export { entryAt, placeAt } from './entry'
export {
  type Exercise,
  type ExerciseNode,
  type FlowItem,
  hasDraws,
  plansOf,
  type StepPlan,
  type Target,
} from './exercise'
export { checkFormula, type FormulaOutcome } from './formula/check'
export { formulaNames } from './formula/names'
export { readAsFormula } from './formula/written'
export { isTensorStep, type Key, type KeyStep, type TensorStep } from './key'
export { defaultSeed, exerciseLimits } from './limits'
export { Classes } from './lint/classes'
export { Linter, type LintReport, ofSeed } from './lint/report'
export { type Suggestion, suggestionsFor } from './lint/suggest'
export { lintView } from './lint/view'
export type { Bounded } from './mistakes/bounded'
export { mistakesGiving } from './mistakes/giving'
export { mistakeName, mistakeNames } from './mistakes/named'
export type { Mistaken } from './mistakes/reach'
export { type MistakeTable, mistakenAnswers } from './mistakes/table'
export { type ExerciseRead, readExercise } from './read'
export { shownSolution, solutionCells, solveReport } from './report'
export { type Worked, whyRight, workedInWords, workedSolution, workedStep } from './solution'
export { numeralsOf } from './solution/numerals'
export { vocabularyIn } from './symbols'
export { addTex } from './tex-in-markdown'
export { type Lock, locksOf } from './trace/locks'
export type { FindStep } from './trace/steps'
export { publicView } from './view'
