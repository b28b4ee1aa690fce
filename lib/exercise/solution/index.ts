export { whyRight } from './why'
export { workedSolution } from './worked'
