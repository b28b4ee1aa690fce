export { partsAtEquals } from './at-equals'
export * from './elements'
export { entryMathml, indexMathml, nameMathml, partialMathml } from './names'
export { shapeMathml } from './shape'
