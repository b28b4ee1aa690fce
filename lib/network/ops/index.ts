import type { Op } from '../op'
import { abs } from './abs'
import { add } from './add'
import { concat } from './concat'
import { conv1d } from './conv1d'
import { divide } from './divide'
import { dropout } from './dropout'
import { embed } from './embed'
import { entry } from './entry'
import { matmul } from './matmul'
import { max } from './max'
import { mean } from './mean'
import { min } from './min'
import { multiply } from './multiply'
import { negate } from './negate'
import { power } from './power'
import { relu } from './relu'
import { reshape } from './reshape'
import { slice } from './slice'
import { square } from './square'
import { stack } from './stack'
import { step } from './step'
import { subtract } from './subtract'
import { sum } from './sum'
import { transpose } from './transpose'

/** Every op, one a file of this folder. */
export const ops: readonly Op[] = [
  abs,
  add,
  concat,
  conv1d,
  divide,
  dropout,
  embed,
  entry,
  matmul,
  max,
  mean,
  min,
  multiply,
  negate,
  power,
  relu,
  reshape,
  slice,
  square,
  stack,
  step,
  subtract,
  sum,
  transpose,
]

/** The ops that exercise files call by a word. */
export const functions: ReadonlyMap<string, Op> = new Map(
  ops.flatMap(op => (op.call === null ? [] : [[op.call.word, op]])),
)

export {
  abs,
  add,
  concat,
  conv1d,
  divide,
  dropout,
  embed,
  entry,
  matmul,
  max,
  mean,
  min,
  multiply,
  negate,
  power,
  relu,
  reshape,
  slice,
  square,
  stack,
  step,
  subtract,
  sum,
  transpose,
}
