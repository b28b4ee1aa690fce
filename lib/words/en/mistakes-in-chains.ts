import { math } from '../argument'
import { text } from '../text'
import type { MistakeWords } from './mistake-words'

/** Mistakes in products, in the chain rule, in the loss and in biases. */
export const mistakesInChains = {
  'transpose-answer': {
    rule: 'the transpose of the right matrix',
    where: 'the answer is not symmetric',
    choice: 'Wrote down the transpose of the right matrix',
    nudge: 'What shape has the answer, and which way round?',
  },
  'missing-transpose': {
    rule: 'the other factor not transposed',
    where: 'that factor is not symmetric',
    choice: 'Forgot to transpose the other factor of the product',
    nudge: 'Which entries of the other factor touch the first entry?',
  },
  'factor-order': {
    rule: 'the factors in the wrong order',
    where: 'they do not commute',
    choice: 'Multiplied the two matrices in the wrong order',
    nudge: 'Does the order matter here?',
  },
  'hadamard-for-matmul': {
    rule: 'multiplied entry by entry, not as matrices',
    where: null,
    choice: 'Multiplied entry by entry instead of taking the matrix product',
    nudge: 'How many products make one entry?',
  },
  'row-col-swap': {
    rule: 'rows or columns in the wrong order',
    where: 'they differ',
    choice: 'Put the rows or the columns in the wrong order',
    nudge: 'Which neuron owns this row?',
  },
  'own-value': {
    rule: 'the number itself in place of its slope',
    where: 'it differs from what multiplies it',
    choice: 'Took the value itself for the slope, instead of the other factor',
    nudge: 'How fast does a product grow with one of its factors?',
  },
  'upstream-ignored': {
    rule: 'the local slope alone',
    where: 'the gradient that arrives is not 1',
    choice: 'Took the local slope alone and left out the gradient that arrives from the loss',
    nudge: 'What arrives from the loss?',
  },
  'input-forgotten': {
    rule: 'the gradient that arrives, without the input',
    where: 'the input is not 1',
    choice: 'Left out what the weight is multiplied by',
    nudge: 'What multiplies the weight?',
  },
  'weight-forgotten': {
    rule: 'the gradient that arrives, without the weight',
    where: 'the weight is not 1',
    choice: 'Left out the weight on the way back',
    nudge: 'What scaled this on the way forward?',
  },
  'link-dropped': {
    rule: 'one factor of the chain left out',
    where: 'no slope is 0, 1 or -1',
    choice: 'Left out one factor of the chain rule',
    nudge: 'Count the links.',
  },
  'wrong-point': {
    rule: 'the outer slope taken at the wrong point',
    where: 'inner and outer value differ',
    choice: 'Took the outer slope at the input instead of at the inner value',
    nudge: 'Where is the outer slope taken?',
  },
  'product-of-derivatives': {
    rule: 'the product of the slopes in place of the slope of the product',
    where: null,
    choice: 'Took the derivative of a product as the product of the derivatives',
    nudge: 'Hold one of the two factors still first.',
  },
  'jacobian-transposed': {
    rule: 'rows and columns of the Jacobian exchanged',
    where: 'it is not symmetric',
    choice: 'Laid the Jacobian out the other way round',
    nudge: 'Rows or columns: which belong to the output?',
  },
  'jacobian-diagonal': {
    rule: 'zeros beside the diagonal of the Jacobian',
    where: 'some entry beside the diagonal is not 0',
    choice: 'Filled in only the diagonal of the Jacobian',
    nudge: 'Does one input move the other outputs too?',
  },
  'one-path': {
    rule: 'only one of several uses counted',
    where: 'the routes differ and none is 0',
    choice: 'Counted only one of the routes through which it matters',
    nudge: 'Count the arrows that leave this quantity.',
  },
  'paths-multiplied': {
    rule: 'the routes multiplied, not added',
    where: 'their sum is not their product',
    choice: 'Multiplied the routes instead of adding them',
    nudge: 'Do separate routes add or compound?',
  },
  divide: {
    rule: 'divided by the weight',
    where: 'the weight is not 1 or -1',
    choice: 'Divided by the other factor instead of multiplying by it',
    nudge: 'A bigger factor: more effect or less?',
  },
  'no-two': {
    rule: text`${math('r')} in place of ${math('2 * r')}`,
    where: 'the residual is not 0',
    choice: 'Forgot the factor 2 of the square',
    nudge: 'Differentiate the printed loss.',
  },
  'residual-flip': {
    rule: 'the residual the other way round',
    where: 'the residual is not 0',
    choice: 'Turned the difference in the loss round, so that the sign is wrong',
    nudge: 'Raise the prediction a little: does the loss rise?',
  },
  'loss-as-gradient': {
    rule: 'the loss in place of its slope',
    where: 'the residual is not 0, 1 or 2',
    choice: 'Took the squared difference itself for its slope',
    nudge: 'A value, or a slope?',
  },
  'mean-sum': {
    rule: text`the mean’s ${math('1/n')} left out, or there twice`,
    where: text`${math('n')} is not 1`,
    choice: text`Got the ${math('1/n')} of the mean wrong`,
    nudge: text`Where does the ${math('1/n')} come in?`,
  },
  'bias-unsummed': {
    rule: 'one example’s gradient in place of the sum over all',
    where: 'the examples’ gradients differ',
    choice: 'Took the gradient of one example instead of summing over all',
    nudge: 'How many examples share the bias?',
  },
  'bias-one': {
    rule: '1 in place of the gradient of a bias',
    where: 'the gradient that arrives is not 1',
    choice: 'Wrote 1 for the gradient of the bias',
    nudge: 'Nudge the bias: what follows?',
  },
  'bias-zero': {
    rule: '0 in place of the gradient of a bias',
    where: 'the gradient that arrives is not 0',
    choice: 'Wrote 0 for the gradient of the bias',
    nudge: 'Nudge the bias: what follows?',
  },
} satisfies Readonly<Record<string, MistakeWords>>
