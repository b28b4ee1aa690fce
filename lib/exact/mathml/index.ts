export * from './elements'
export { entryMathml, nameMathml, partialMathml } from './names'
