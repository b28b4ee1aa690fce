export type { Line, WorkedStep } from './line'
export { whyRight } from './why'
export { workedSolution } from './worked'
