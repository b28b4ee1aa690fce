import type { MistakeId } from '@/lib/network'

/** For teachers: what somebody does who makes the mistake, and on which numbers it shows. */
interface Words {
  readonly rule: string
  /** Goes on from "It shows where"; null where every number does. */
  readonly where: string | null
}

export const words: Readonly<Record<MistakeId, Words>> = {
  'transpose-answer': says('the transpose of the right matrix', 'the answer is not symmetric'),
  'missing-transpose': says('the other factor not transposed', 'that factor is not symmetric'),
  'factor-order': says('the factors in the wrong order', 'they do not commute'),
  'hadamard-for-matmul': says('multiplied entry by entry, not as matrices', null),
  'row-col-swap': says('rows or columns in the wrong order', 'they differ'),
  'own-value': says('the number itself for its own slope', 'it differs from what multiplies it'),
  'upstream-ignored': says('the local slope alone', 'the gradient that arrives is not 1'),
  'input-forgotten': says('the gradient that arrives, without the input', 'the input is not 1'),
  'weight-forgotten': says('the gradient that arrives, without the weight', 'the weight is not 1'),
  'link-dropped': says('one factor of the chain left out', 'no slope is 0, 1 or -1'),
  'wrong-point': says('the outer slope taken at the wrong point', 'inner and outer value differ'),
  'product-of-derivatives': says('the product of the slopes for the slope of a product', null),
  'one-path': says('only one of several uses counted', 'the routes differ and none is 0'),
  'paths-multiplied': says('the routes multiplied, not added', 'their sum is not their product'),
  divide: says('divided by the weight', 'the weight is not 1 or -1'),
  'no-two': says('r in place of 2r', 'the residual is not 0'),
  'residual-flip': says('the residual the other way round', 'the residual is not 0'),
  'loss-as-gradient': says('the loss in place of its slope', 'the residual is not 0, 1 or 2'),
  'mean-sum': says('the mean’s 1/n left out, or there twice', 'n is not 1'),
  'bias-unsummed': says('one example’s gradient for all', 'the examples’ gradients differ'),
  'bias-one': says('1 for the gradient of a bias', 'the gradient that arrives is not 1'),
  'bias-zero': says('0 for the gradient of a bias', 'the gradient that arrives is not 0'),
  'mask-omitted': says('the gate left out', 'a unit is off and its gradient is not 0'),
  'mask-by-upstream-sign': says(
    'the gate opened by the sign of the gradient',
    'a unit is on with a negative gradient, or off with a positive one',
  ),
  guided: says('gated by the unit and by the gradient', 'a unit is on with a negative gradient'),
  'relu-slope-z': says('the output for the slope of the gate', 'the output of an open unit is not 1'),
  'forward-as-gradient': says('the forward value for the gradient', 'the two differ'),
  'mask-inverted': says('the gate the wrong way round', 'a gradient that arrives is not 0'),
  'mask-shifted': says('the gate of the neighbour', 'neighbours differ'),
  'mask-input': says('the gate put on the input', 'the input is not 0 where a unit is off'),
  'mask-early': says('the gate applied a step too early', 'a unit is off and its gradient is not 0'),
  kink: says('slope 1 at 0', 'a unit stands at 0'),
  'preactivation-input': says('what stood before the activation for the input', 'a unit is off'),
  'output-for-input': says('the layer’s output for its input', 'the two differ'),
  'wrong-layer': says('the weights of another layer', 'the layers’ weights differ'),
  'grad-for-weight': says('the gradient of a weight for the weight', 'the two differ'),
  'updated-weights': says('the weights from after the step', 'the step moves them'),
  'stale-forward': says('a forward value from before the step', 'the step moves it'),
  'sigmoid-slope-twice': says('the slope of the sigmoid taken at the wrong number', null),
  'sigmoid-slope-of-g': says('G (1 - G) for the slope of the sigmoid', 'G is neither a nor 1 - a'),
  'tanh-from-z': says('the slope of tanh taken at the wrong number', 'z and a differ'),
  'softmax-diagonal': says('the softmax as if its entries did not meet', 'there are two classes or more'),
  'softmax-twice': says('the slope of the softmax once too often', 'there are three classes or more'),
  'ce-sign': says('y - p for p - y', 'p and y differ'),
  'step-up': says('a step uphill', 'the gradient is not 0'),
  'step-no-rate': says('a step without the rate', 'the rate is not 1'),
  'step-replace': says('the step in place of where it leads', 'the weight is not 0'),
  'step-scale': says('the weight scaled by the step', 'the weight is not 0 or 1'),
  'predict-no-eps': says('without EPS', 'EPS is not 1'),
  'predict-no-rate': says('without the rate', 'the rate is not 1'),
  'predict-sign': says('with the wrong sign', 'a gradient is not 0'),
  'predict-first-power': says('the gradients not squared', 'their sum is not that of their squares'),
  'dropout-scale': says('the mask without its scale', 'the share that is kept is not 1'),
  'norm-constants': says('mean and deviation taken for constants', null),
  'conv-flip': says('the kernel not turned round', 'the kernel is no palindrome'),
  'embed-overwrite': says('only the last use of a row', 'a row is looked up twice'),
  'skip-lost': says('the skip connection left out', 'its gradient is not 0'),
  'skip-only': says('the skip connection alone', 'the other route’s gradient is not 0'),
  'bias-omitted': says('the bias left out', 'the bias is not 0'),
  'relu-omitted': says('the gate left out on the way forward', 'a unit is off'),
  'relu-as-abs': says('the absolute value for the gate', 'a unit is off'),
  'square-omitted': says('the residual not squared', 'the residual is not 0 or 1'),
  'nudge-value-for-change': says('the new loss for the change', 'the old loss is not 0'),
  'change-reversed': says('the old loss minus the new one', 'the loss changes'),
  'one-cell-slip': says('one cell miscounted', null),
}

function says(rule: string, where: string | null): Words {
  return { rule, where }
}

/** A collision in a sentence or two. */
export function sentence(mistake: MistakeId, met: 'right' | MistakeId): string {
  const { rule, where } = words[mistake]
  if (met !== 'right') return `${mistake} (${rule}) and ${met} (${words[met].rule}) give the same answer.`
  const needs = where === null ? '' : ` It shows where ${where}.`
  return `${mistake} (${rule}) gives the right answer.${needs}`
}

/** What somebody does who makes a mistake; its own id where this version knows no words for it. */
export function mistakeInWords(mistake: string): string {
  return Object.hasOwn(words, mistake) ? words[mistake as MistakeId].rule : mistake
}
