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

/** What is said of the ops, by op: the words of one stand in one file, beside lib/network/ops. */
export const opSubjects = {
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

export const opSentences = {
  ...abs,
  ...add,
  ...attention,
  ...concat,
  ...conv1d,
  ...cross_entropy,
  ...divide,
  ...dropout,
  ...embed,
  ...entry,
  ...exp,
  ...layernorm,
  ...log,
  ...log_softmax,
  ...matmul,
  ...max,
  ...mean,
  ...min,
  ...multiply,
  ...negate,
  ...power,
  ...relu,
  ...reshape,
  ...sigmoid,
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
}
