export { type Derivation, derivationOf, quantityOf } from './derivation/derive'
export type { Asked, Quantity, Rule as DerivationRule } from './derivation/quantity'
export { type Truth, truthOf } from './derivation/truth'
export { behind, type Known, workOut } from './derivation/workings'
export {
  type Exercise,
  type ExerciseNode,
  type FlowItem,
  hasDraws,
  type Role,
  type StepPlan,
  type Target,
} from './exercise'
export { buildKey, entryAt, type Key, type KeyBuilt, type KeyStep, placeAt } from './key'
export { defaultSeed, exerciseLimits } from './limits'
export { type LintReport, lintErrors, lintReport } from './lint'
export { type Mistaken, mistakesWithin } from './mistakes/reach'
export { type MistakeTable, mistakenAnswers } from './mistakes/table'
export { type ExerciseRead, readExercise } from './read'
export { solutionCells, solveReport } from './report'
export { publicView } from './view'
