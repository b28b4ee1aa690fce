import { math } from '../argument'
import { text } from '../text'
import type { MistakeWords } from './mistake-words'

/** Mistakes in the methods of descent: momentum, Adam, RMSProp, decay. */
export const mistakesInDescents = {
  'momentum-forgotten': {
    rule: text`${math('v = g')}, what was gathered before left out`,
    where: text`the ${math('v')} before is not 0, from the second step on`,
    choice: 'Left out what was gathered in the steps before',
    nudge: text`What does ${math('v')} remember of the step before?`,
  },
  'momentum-sign': {
    rule: text`${math('g - MU * v')} in place of ${math('g + MU * v')}`,
    where: text`the ${math('v')} before is not 0, from the second step on`,
    choice: 'Subtracted what was gathered before instead of adding the new gradient to it',
    nudge: 'Does the new gradient join what was gathered, or fight it?',
  },
  'velocity-not-scaled': {
    rule: text`${math('w - v')}, a velocity without the rate`,
    where: 'the rate is not 1',
    choice: 'Took the whole velocity as the step, without the learning rate',
    nudge: 'How much of the velocity is one step?',
  },
  'adam-no-correction': {
    rule: 'the moments as they are, not corrected for their start at 0',
    where: null,
    choice: 'Left out the correction of the moments for their start at 0',
    nudge: text`Which part of ${math('m')} and ${math('s')} is still their start at 0?`,
  },
  'adam-root-omitted': {
    rule: text`${math('s')} itself in place of its root`,
    where: text`${math('s')} is not 0 or 1`,
    choice: 'Divided by the mean square of the gradients instead of its root',
    nudge: text`Has ${math('s')} the size of a gradient, or of its square?`,
  },
  'decay-sign': {
    rule: 'the decay with the wrong sign',
    where: 'the weight is not 0',
    choice: 'Turned the sign of the weight decay',
    nudge: 'Which way does the decay pull the weight?',
  },
  'decay-omitted': {
    rule: 'the decay left out',
    where: 'the weight is not 0',
    choice: 'Left out the weight decay',
    nudge: 'What besides the gradient pulls the weight?',
  },
  'ascend-for-descend': {
    rule: 'a step downhill in an ascent',
    where: 'the gradient is not 0',
    choice: 'Went downhill where the loss is to rise',
    nudge: 'Is the loss to rise or to fall?',
  },
} satisfies Readonly<Record<string, MistakeWords>>
