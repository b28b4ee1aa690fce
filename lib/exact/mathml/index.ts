export * from './elements'
export { entryMathml, nameMathml, partialMathml } from './names'
export { shapeMathml } from './shape'
