export { whyRight } from './why'
export { workedSolution, workedStep } from './worked'
