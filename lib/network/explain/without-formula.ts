import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'

const moved = message('formulas.none-moved')
const picked = message('formulas.none-picked')
const kernel = message('formulas.none-kernel')

/** Why no formula says what an op sends back, by the op's name: into each input that has no formula rule. */
export const withoutFormula: Readonly<Record<string, Message>> = {
  amax: picked,
  amin: picked,
  attention: message('formulas.none-attention'),
  avgpool: message('formulas.none-windows'),
  block: moved,
  concat: moved,
  conv1d: kernel,
  conv2d: kernel,
  embed: moved,
  gelu_tanh: message('formulas.none-long'),
  entry: moved,
  maxpool: picked,
  raised: message('formulas.none-exponent'),
  reshape: moved,
  slice: moved,
  stack: moved,
}
