export { Undecided } from '../budget'
export {
  type AtomField,
  atomField,
  elementOf,
  gatedField,
  holdsSymbols,
  isElement,
  type Scalar,
} from './atom-field'
export type { Element } from './element'
export { heightOf } from './height'
export type { Comparison, Reason } from './reason'
export { scalarMathml, shortestScalar, spellScalar, typesetScalar } from './spelling'
export { AtomTable } from './table'
export { type TranscendentalField, transcendentalDuals } from './transcendental'
