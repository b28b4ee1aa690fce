import { math } from '../argument'
import { text } from '../text'
import type { MistakeWords } from './mistake-words'

/** What is said of mistakes that the public reports: of averaged squares, cut slopes, penalties and of filling in a grid. */
export const mistakesInAnswers = {
  'mean-square-bare': {
    rule: text`${math('r')} in place of ${math('2 * r / n')}`,
    where: 'there are not just two entries',
    choice: text`Left out both the 2 and the ${math('1/n')} of a mean of squares`,
    nudge: 'Differentiate the printed loss: where do its numbers go?',
  },
  'slope-cut': {
    rule: 'only a part of the slope of the activation',
    where: 'the output is not 0 or 1',
    choice: 'Took only a part of the slope of the activation function',
    nudge: 'Is that the whole slope of the activation?',
  },
  'tanh-slope-twice': {
    rule: 'the tanh taken once more in its slope',
    where: 'the output is not 0',
    choice: 'Took the tanh of what is a tanh already, in its slope',
    nudge: 'Is the output a tanh already?',
  },
  'penalty-double': {
    rule: 'the gradient of a penalty twice',
    where: 'the weight is not 0',
    choice: 'Counted the gradient of the penalty twice',
    nudge: 'Differentiate the penalty as it is printed.',
  },
  'penalty-constant': {
    rule: 'a constant in place of the gradient of a penalty',
    where: 'the weight is not 1',
    choice: 'Added a constant for the penalty, whatever the weight',
    nudge: 'Does a larger weight feel a larger pull?',
  },
  'dropout-mask-omitted': {
    rule: '1/keep without the mask',
    where: 'something was dropped and got a gradient',
    choice: 'Scaled by 1/keep, and let the gradient into what was dropped',
    nudge: 'Which entries were dropped?',
  },
  'sigma-constant': {
    rule: 'the mean handled, the deviation held still',
    where: 'the gradient has a part along the normalised values',
    choice: 'Let the mean move, and held the standard deviation still',
    nudge: 'Does the spread depend on each entry, too?',
  },
  'column-order': {
    rule: 'the entries filled in column by column',
    where: 'the matrix has several rows and columns',
    choice: 'Filled the matrix in column by column',
    nudge: 'In which order do the entries stand?',
  },
  'all-signs': {
    rule: 'every sign turned',
    where: null,
    choice: 'Turned the sign of every entry',
    nudge: 'Recompute this row.',
  },
} satisfies Readonly<Record<string, MistakeWords>>
