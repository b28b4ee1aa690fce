export { workedInWords } from './in-words'
export { whyRight } from './why'
export { type Worked, workedSolution, workedStep } from './worked'
