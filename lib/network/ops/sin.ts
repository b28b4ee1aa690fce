import { sine } from '../sine'

export const sin = sine
