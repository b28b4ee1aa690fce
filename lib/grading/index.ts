export { gradeSheet, type SheetOutcome, type SheetReport, type SheetStep } from './sheet'
export { gradeStep } from './step'
export { engineVersion } from './version'
