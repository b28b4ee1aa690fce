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
import { clip } from './clip'
import { comparison } from './comparison'
import { concat } from './concat'
import { constant } from './constant'
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
import { erf } from './erf'
import { exp } from './exp'
import { gelu } from './gelu'
import { gelu_tanh } from './gelu_tanh'
import { huber } from './huber'
import { layernorm } from './layernorm'
import { leaky_relu } from './leaky_relu'
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
import { outer } from './outer'
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
import { variance } from './var'
import { where } from './where'
import { windows } from './windows'

/** What is said of the ops, by op: the words of one stand in one file, beside lib/network/ops; those that several share stand so too. */
export const opSubjects = {
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
  clip,
  comparison,
  concat,
  constant,
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
  erf,
  exp,
  gelu,
  gelu_tanh,
  huber,
  layernorm,
  leaky_relu,
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
  outer,
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
  variance,
  where,
  windows,
}

export const opSentences = {
  ...abs,
  ...add,
  ...amax,
  ...amin,
  ...attention,
  ...avgpool,
  ...batchnorm,
  ...bce,
  ...bce_logits,
  ...block,
  ...clip,
  ...comparison,
  ...concat,
  ...constant,
  ...conv1d,
  ...conv2d,
  ...cos,
  ...cross_entropy,
  ...detach,
  ...divide,
  ...dropout,
  ...elu,
  ...embed,
  ...entry,
  ...erf,
  ...exp,
  ...gelu,
  ...gelu_tanh,
  ...huber,
  ...layernorm,
  ...leaky_relu,
  ...log,
  ...log_softmax,
  ...masked_softmax,
  ...matmul,
  ...max,
  ...maxpool,
  ...mean,
  ...min,
  ...multiply,
  ...negate,
  ...norm,
  ...outer,
  ...power,
  ...raised,
  ...relu,
  ...reshape,
  ...sigmoid,
  ...silu,
  ...sin,
  ...slice,
  ...softmax,
  ...softplus,
  ...sqrt,
  ...square,
  ...stack,
  ...step,
  ...subtract,
  ...sum,
  ...tanh,
  ...transpose,
  ...variance,
  ...where,
  ...windows,
}
