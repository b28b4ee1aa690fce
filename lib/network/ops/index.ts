import type { Op } from '../op'
import { abs } from './abs'
import { add } from './add'
import { attention } from './attention'
import { concat } from './concat'
import { conv1d } from './conv1d'
import { cross_entropy } from './cross_entropy'
import { divide } from './divide'
import { dropout } from './dropout'
import { embed } from './embed'
import { entry } from './entry'
import { exp } from './exp'
import { layernorm } from './layernorm'
import { log } from './log'
import { log_softmax } from './log_softmax'
import { matmul } from './matmul'
import { max } from './max'
import { mean } from './mean'
import { min } from './min'
import { multiply } from './multiply'
import { negate } from './negate'
import { power } from './power'
import { relu } from './relu'
import { reshape } from './reshape'
import { sigmoid } from './sigmoid'
import { slice } from './slice'
import { softmax } from './softmax'
import { softplus } from './softplus'
import { sqrt } from './sqrt'
import { square } from './square'
import { stack } from './stack'
import { step } from './step'
import { subtract } from './subtract'
import { sum } from './sum'
import { tanh } from './tanh'
import { transpose } from './transpose'

/** Every op, one a file of this folder. */
export const ops: readonly Op[] = [
  abs,
  add,
  attention,
  concat,
  conv1d,
  cross_entropy,
  divide,
  dropout,
  embed,
  entry,
  exp,
  layernorm,
  log,
  log_softmax,
  matmul,
  max,
  mean,
  min,
  multiply,
  negate,
  power,
  relu,
  reshape,
  sigmoid,
  slice,
  softmax,
  softplus,
  sqrt,
  square,
  stack,
  step,
  subtract,
  sum,
  tanh,
  transpose,
]

/** The ops by their names, which exercise files and formulas use. */
export const opsByName: ReadonlyMap<string, Op> = new Map(ops.map(op => [op.name, op]))

export {
  abs,
  add,
  attention,
  concat,
  conv1d,
  cross_entropy,
  divide,
  dropout,
  embed,
  entry,
  exp,
  layernorm,
  log,
  log_softmax,
  matmul,
  max,
  mean,
  min,
  multiply,
  negate,
  power,
  relu,
  reshape,
  sigmoid,
  slice,
  softmax,
  softplus,
  sqrt,
  square,
  stack,
  step,
  subtract,
  sum,
  tanh,
  transpose,
}
