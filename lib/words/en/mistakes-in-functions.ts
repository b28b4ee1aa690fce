import { math } from '../argument'
import { text } from '../text'
import type { MistakeWords } from './mistake-words'

/** What is said of mistakes at the functions that came later: leaky units, windows, masks and binary losses. */
export const mistakesInFunctions = {
  'leaky-slope-omitted': {
    rule: 'the slope of the negative side left out',
    where: 'an input is below 0',
    choice: 'Left out the small slope below 0',
    nudge: 'How steep is the function below 0?',
  },
  'leaky-as-relu': {
    rule: 'nothing let through below 0',
    where: 'an input is below 0',
    choice: 'Took the slope below 0 to be 0, as for a relu',
    nudge: 'Is the slope below 0 really 0?',
  },
  'pool-spread': {
    rule: 'the gradient of a maximum sent to all entries it was taken from',
    where: 'more than one entry was compared',
    choice: 'Sent the gradient of a maximum to every entry that was compared',
    nudge: 'Which entry made the maximum?',
  },
  'pool-to-first': {
    rule: 'the gradient of a window sent to its first entry',
    where: 'that entry is not the one that was taken',
    choice: 'Sent the gradient of each window to its first entry',
    nudge: 'Which entry of the window was taken?',
  },
  'avg-unscaled': {
    rule: 'the mean of a window without its 1/size',
    where: 'a window has more than one entry',
    choice: 'Left out the 1/size of a mean over windows',
    nudge: 'How many entries does each mean cover?',
  },
  'stride-ignored': {
    rule: 'windows laid one place apart',
    where: 'the stride is not 1',
    choice: 'Moved the window by one place each time, whatever the stride',
    nudge: 'How far does the window move?',
  },
  'pad-ignored': {
    rule: 'the padding left out',
    where: 'there is padding',
    choice: 'Began at the first entry, not in the padding',
    nudge: 'Where does the first window begin?',
  },
  'batch-constants': {
    rule: 'mean and deviation of the batch taken as constants',
    where: null,
    choice: 'Treated the mean and the deviation of the batch as constants',
    nudge: 'What else does one example change in its column?',
  },
  'bce-sign': {
    rule: 'the target minus the probability',
    where: 'they differ',
    choice: 'Subtracted the probability from the target, instead of the other way round',
    nudge: 'Should a probability that is too high go up?',
  },
  'bce-one-term': {
    rule: 'the logarithm of the true class alone, for targets of 1',
    where: 'a target is not 1',
    choice: 'Used only the term of the targets that are 1',
    nudge: 'What does the loss say where the target is 0?',
  },
  'logits-as-probabilities': {
    rule: 'the logits in place of their probabilities',
    where: 'a logit is not its own sigmoid',
    choice: 'Took the logits for probabilities',
    nudge: 'Is this a probability already?',
  },
  'sigmoid-in-loss-twice': {
    rule: 'the slope of the sigmoid once more',
    where: null,
    choice: 'Multiplied by the slope of the sigmoid once too often',
    nudge: 'Is the slope of the sigmoid in there already?',
  },
  'mask-after-softmax': {
    rule: 'the mask laid over the shares, without a new sum',
    where: 'something is masked',
    choice: 'Masked the shares after the softmax, so that they no longer add up to 1',
    nudge: 'What do the shares of a row add up to?',
  },
  'mask-kept': {
    rule: 'a softmax without its mask',
    where: 'something is masked',
    choice: 'Forgot the mask of the softmax',
    nudge: 'Which entries may this row see?',
  },
  'mean-over-wrong-axis': {
    rule: 'the mean over the other axis',
    where: 'rows and columns differ',
    choice: 'Took the mean over the other axis',
    nudge: 'Does the mean run over rows or over columns?',
  },
  'power-slope': {
    rule: 'the exponent left out of the slope of a power',
    where: 'the exponent is not 1',
    choice: 'Left out the exponent in the slope of a power',
    nudge: text`How fast does ${math('x^3')} grow, compared with ${math('x^2')}?`,
  },
  'exponent-kept': {
    rule: 'the exponent not lowered by one',
    where: text`${math('x')} is not 1`,
    choice: 'Kept the exponent of a power in its slope',
    nudge: 'What becomes of the exponent?',
  },
  'quotient-order': {
    rule: 'the terms of the quotient rule exchanged',
    where: 'the gradient that arrives is not 0',
    choice: 'Exchanged the two terms of the quotient rule',
    nudge: 'A larger divisor: does the quotient rise or fall?',
  },
  'sin-slope-sign': {
    rule: 'the slope of a sine or cosine with the other sign',
    where: 'that slope is not 0',
    choice: 'Took the slope of a sine or cosine with the wrong sign',
    nudge: 'Does the function rise or fall here?',
  },
  'where-both-sides': {
    rule: 'the gradient sent to both sides of a choice',
    where: 'each side is taken somewhere',
    choice: 'Sent the gradient to both sides of a choice',
    nudge: 'Which side was taken here?',
  },
} satisfies Record<string, MistakeWords>
