import type { Op } from '../op'
import { abs } from './abs'
import { add } from './add'
import { amax } from './amax'
import { amin } from './amin'
import { attention } from './attention'
import { avgpool } from './avgpool'
import { batchnorm } from './batchnorm'
import { bce } from './bce'
import { bce_logits } from './bce_logits'
import { block } from './block'
import { causal_mask } from './causal_mask'
import { clip } from './clip'
import { concat } from './concat'
import { conv1d } from './conv1d'
import { conv2d } from './conv2d'
import { cos } from './cos'
import { cross_entropy } from './cross_entropy'
import { detach } from './detach'
import { divide } from './divide'
import { dropout } from './dropout'
import { elu } from './elu'
import { embed } from './embed'
import { entry } from './entry'
import { equal } from './equal'
import { erf } from './erf'
import { exp } from './exp'
import { eye } from './eye'
import { gelu } from './gelu'
import { gelu_tanh } from './gelu_tanh'
import { greater } from './greater'
import { greater_equal } from './greater_equal'
import { huber } from './huber'
import { layernorm } from './layernorm'
import { leaky_relu } from './leaky_relu'
import { less } from './less'
import { less_equal } from './less_equal'
import { log } from './log'
import { log_softmax } from './log_softmax'
import { masked_softmax } from './masked_softmax'
import { matmul } from './matmul'
import { max } from './max'
import { maxpool } from './maxpool'
import { mean } from './mean'
import { min } from './min'
import { multiply } from './multiply'
import { negate } from './negate'
import { norm } from './norm'
import { ones } from './ones'
import { outer } from './outer'
import { pi } from './pi'
import { power } from './power'
import { raised } from './raised'
import { relu } from './relu'
import { reshape } from './reshape'
import { sigmoid } from './sigmoid'
import { silu } from './silu'
import { sin } from './sin'
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
import { unequal } from './unequal'
import { variance } from './var'
import { where } from './where'
import { zeros } from './zeros'

/** Every op, one a file of this folder. */
export const ops: readonly Op[] = [
  abs,
  add,
  amax,
  amin,
  attention,
  avgpool,
  batchnorm,
  bce,
  bce_logits,
  block,
  causal_mask,
  clip,
  concat,
  conv1d,
  conv2d,
  cos,
  cross_entropy,
  detach,
  divide,
  dropout,
  elu,
  embed,
  entry,
  equal,
  erf,
  exp,
  eye,
  gelu,
  gelu_tanh,
  greater,
  greater_equal,
  huber,
  layernorm,
  leaky_relu,
  less,
  less_equal,
  log,
  log_softmax,
  masked_softmax,
  matmul,
  max,
  maxpool,
  mean,
  min,
  multiply,
  negate,
  norm,
  ones,
  outer,
  pi,
  power,
  raised,
  relu,
  reshape,
  sigmoid,
  silu,
  sin,
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
  unequal,
  variance,
  where,
  zeros,
]

/** The ops by their names, which exercise files and formulas use. */
export const opsByName: ReadonlyMap<string, Op> = new Map(ops.map(op => [op.name, op]))

export {
  abs,
  add,
  amax,
  amin,
  attention,
  avgpool,
  batchnorm,
  bce,
  bce_logits,
  block,
  causal_mask,
  clip,
  concat,
  conv1d,
  conv2d,
  cos,
  cross_entropy,
  detach,
  divide,
  dropout,
  elu,
  embed,
  entry,
  equal,
  erf,
  exp,
  eye,
  gelu,
  gelu_tanh,
  greater,
  greater_equal,
  huber,
  layernorm,
  leaky_relu,
  less,
  less_equal,
  log,
  log_softmax,
  masked_softmax,
  matmul,
  max,
  maxpool,
  mean,
  min,
  multiply,
  negate,
  norm,
  ones,
  outer,
  pi,
  power,
  raised,
  relu,
  reshape,
  sigmoid,
  silu,
  sin,
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
  unequal,
  variance,
  where,
  zeros,
}
