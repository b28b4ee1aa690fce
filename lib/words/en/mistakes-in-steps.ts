import { math } from '../argument'
import { text } from '../text'
import type { MistakeWords } from './mistake-words'

/** Mistakes in descents and predictions, at the rarer ops and on the way forward. */
export const mistakesInSteps = {
  'step-up': {
    rule: 'a step uphill',
    where: 'the gradient is not 0',
    choice: 'Went uphill: added the step instead of subtracting it',
    nudge: 'Uphill or down, and how far?',
  },
  'step-no-rate': {
    rule: 'a step without the rate',
    where: 'the rate is not 1',
    choice: 'Left out the learning rate in the step',
    nudge: 'Uphill or down, and how far?',
  },
  'step-replace': {
    rule: 'the step in place of where it leads',
    where: 'the weight is not 0',
    choice: 'Wrote down the step itself instead of the parameter after it',
    nudge: 'Uphill or down, and how far?',
  },
  'step-scale': {
    rule: 'the weight scaled by the step',
    where: 'the weight is not 0 or 1',
    choice: 'Multiplied the parameter by 1 minus the step instead of subtracting it',
    nudge: 'Uphill or down, and how far?',
  },
  'predict-no-eps': {
    rule: 'the prediction without EPS',
    where: 'EPS is not 1',
    choice: 'Left out what is added to each parameter in the prediction',
    nudge: 'The sum of which products?',
  },
  'predict-no-rate': {
    rule: 'the prediction without the rate',
    where: 'the rate is not 1',
    choice: 'Left out the learning rate in the prediction',
    nudge: 'The sum of which products?',
  },
  'predict-sign': {
    rule: 'the prediction with the wrong sign',
    where: 'a gradient is not 0',
    choice: 'Predicted the change with the wrong sign',
    nudge: 'The sum of which products?',
  },
  'predict-first-power': {
    rule: 'the gradients not squared',
    where: 'their sum is not that of their squares',
    choice: 'Summed the gradient entries themselves instead of their squares',
    nudge: 'The sum of which products?',
  },
  'dropout-scale': {
    rule: 'the mask without its scale',
    where: 'the share that is kept is not 1',
    choice: text`Left out the ${math('1/keep')} of dropout`,
    nudge: 'What did the forward pass multiply by?',
  },
  'norm-constants': {
    rule: 'mean and deviation taken as constants',
    where: null,
    choice: 'Treated the mean and the deviation as constants',
    nudge: 'Do mean and deviation depend on each entry?',
  },
  'conv-flip': {
    rule: 'the kernel not turned round',
    where: 'the kernel is not a palindrome',
    choice: 'Did not turn the kernel round on the way back',
    nudge: 'Which outputs saw one entry of the signal?',
  },
  'embed-overwrite': {
    rule: 'only the last use of a row',
    where: 'a row is looked up twice',
    choice: 'Kept only the last use of a row that was looked up more than once',
    nudge: 'How often was it looked up?',
  },
  'skip-lost': {
    rule: 'the skip connection left out',
    where: 'its gradient is not 0',
    choice: 'Forgot the skip connection',
    nudge: 'How many routes?',
  },
  'skip-only': {
    rule: 'the skip connection alone',
    where: 'the other route’s gradient is not 0',
    choice: 'Counted the skip connection alone',
    nudge: 'How many routes?',
  },
  'bias-omitted': {
    rule: 'the bias left out',
    where: 'the bias is not 0',
    choice: 'Forgot to add the bias',
    nudge: 'What shifts the neuron?',
  },
  'relu-omitted': {
    rule: 'the gate left out on the way forward',
    where: 'a unit is off',
    choice: 'Left out the relu: negative values passed as they are',
    nudge: 'What does the gate do to a negative?',
  },
  'relu-as-abs': {
    rule: 'the absolute value in place of the gate',
    where: 'a unit is off',
    choice: 'Dropped the sign of negative values instead of cutting them to 0',
    nudge: 'What does the gate do to a negative?',
  },
  'square-omitted': {
    rule: 'the residual not squared',
    where: 'the residual is not 0 or 1',
    choice: 'Forgot to square',
    nudge: 'Read the loss once more.',
  },
  'nudge-value-for-change': {
    rule: 'the new loss in place of the change',
    where: 'the old loss is not 0',
    choice: 'Gave the new loss instead of its change',
    nudge: 'A change runs from what to what?',
  },
  'change-reversed': {
    rule: 'the old loss minus the new one',
    where: 'the loss changes',
    choice: 'Subtracted the new loss from the old one',
    nudge: 'A change runs from what to what?',
  },
  'one-cell-slip': {
    rule: 'one cell miscounted',
    where: null,
    choice: 'Slipped in a single entry',
    nudge: 'Recompute this row.',
  },
} satisfies Readonly<Record<string, MistakeWords>>
