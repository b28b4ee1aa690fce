export {
  type Arrival,
  arrivals,
  backprop,
  type Flow,
  type Gradients,
  gradientFrom,
  pullback,
} from './backward'
export { chainFormulas, type UseExplained } from './explain/chain'
export { below, composed, isPlain, nameExpr, numberExpr } from './explain/compose'
export { simplified } from './explain/simplify'
export { spellExpr } from './explain/spell-expr'
export { withoutFormula } from './explain/without-formula'
export {
  type Applied,
  type Expr,
  type ExprItem,
  itemAt,
  namesBelow,
  namesIn,
  outermost,
  rootOf,
  touches,
} from './expr'
export { formulaMathml } from './formula'
export {
  type Evaluation,
  evaluate,
  evaluateExpr,
  type Fault,
  nodeValue,
  type Run,
  trace,
  type Values,
} from './forward'
export { ancestryOf, consumersOf, type Graph, type GraphNode, graphOf, nodeOf } from './graph'
export type { Convention, Forward, Op, Pass, Sample, Settings, ShapeRule } from './op'
export { isMistake, type MistakeId, mistakeIds } from './wrong/catalogue'
export {
  type Operand,
  type OpMistakes,
  type Site,
  sameTensor,
  type Wrong,
  wrong,
} from './wrong/wrong'
