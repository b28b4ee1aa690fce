import { math } from '../argument'
import { text } from '../text'
import type { MistakeWords } from './mistake-words'

/** Mistakes at gates and activations, and between layers. */
export const mistakesInLayers = {
  'mask-omitted': {
    rule: 'the gate left out',
    where: 'a unit is off and its gradient is not 0',
    choice: 'Let the gradient pass through units that are off',
    nudge: 'Which units were off?',
  },
  'mask-by-upstream-sign': {
    rule: 'the gate opened by the sign of the gradient',
    where: 'a unit is on with a negative gradient, or off with a positive one',
    choice: 'Opened the gate by the sign of the gradient instead of that of the input',
    nudge: 'On which number did the gate open?',
  },
  guided: {
    rule: 'gated by the unit and by the gradient',
    where: 'a unit is on with a negative gradient',
    choice: 'Let the gradient pass only where both it and the input are positive',
    nudge: 'One gate, or two?',
  },
  'relu-slope-z': {
    rule: 'the output in place of the slope of the gate',
    where: 'the output of an open unit is not 1',
    choice: 'Multiplied by the output of the unit instead of by its slope',
    nudge: 'A slope, or an output?',
  },
  'forward-as-gradient': {
    rule: 'the forward value in place of the gradient',
    where: 'the two differ',
    choice: 'Copied the value of the forward pass for the gradient',
    nudge: 'Which pass are you in?',
  },
  'mask-inverted': {
    rule: 'the gate the wrong way round',
    where: 'a gradient that arrives is not 0',
    choice: 'Let the gradient pass only where units are off',
    nudge: "Check each unit's sign again.",
  },
  'mask-shifted': {
    rule: 'the gate of the neighbour',
    where: 'neighbours differ',
    choice: 'Used the gate of the neighbouring unit',
    nudge: "Check each unit's sign again.",
  },
  'mask-input': {
    rule: 'the gate put on the input',
    where: 'the input is not 0 where a unit is off',
    choice: 'Switched entries of the input off instead of units of the layer',
    nudge: 'Does the gate act on what goes into the layer?',
  },
  'mask-early': {
    rule: 'the gate applied a step too early',
    where: 'a unit is off and its gradient is not 0',
    choice: 'Closed the gate one step too early on the way back',
    nudge: 'Before the gate, or after?',
  },
  kink: {
    rule: 'slope 1 at 0',
    where: 'a unit is at 0',
    choice: 'Took slope 1 where the unit is exactly at 0',
    nudge: 'What is the convention at 0?',
  },
  'preactivation-input': {
    rule: 'the values before the activation in place of the input',
    where: 'a unit is off',
    choice: 'Used the values from before the activation as the input of the next layer',
    nudge: 'What goes into this layer?',
  },
  'output-for-input': {
    rule: 'the layer’s output in place of its input',
    where: 'the two differ',
    choice: "Used the layer's output where its input belongs",
    nudge: 'What feeds this layer?',
  },
  'wrong-layer': {
    rule: 'the weights of another layer',
    where: 'the layers’ weights differ',
    choice: 'Used the weights of another layer',
    nudge: 'Which weights sit between these two layers?',
  },
  'grad-for-weight': {
    rule: 'the gradient of a weight in place of the weight',
    where: 'the two differ',
    choice: "Used the weight's gradient in place of the weight",
    nudge: 'The weight, or its gradient?',
  },
  'updated-weights': {
    rule: 'the weights from after the step',
    where: 'the step moves them',
    choice: 'Used weights in the backward pass that were already updated',
    nudge: 'Which weights made this loss?',
  },
  'stale-forward': {
    rule: 'a forward value from before the step',
    where: 'the step moves it',
    choice: 'Took a value from before the parameters moved',
    nudge: 'Run the forward pass again first.',
  },
  'sigmoid-slope-twice': {
    rule: 'the slope of the sigmoid taken at the wrong number',
    where: null,
    choice: text`Took the slope of the sigmoid at the wrong place: at its output, or as ${math('z * (1 - z)')}`,
    nudge: 'Is the output a sigmoid already?',
  },
  'sigmoid-slope-of-g': {
    rule: text`${math('G * (1 - G)')} in place of the slope of the sigmoid`,
    where: text`${math('G')} is neither ${math('a')} nor ${math('1 - a')}`,
    choice: 'Computed the slope of the sigmoid from the gradient that arrives',
    nudge: 'The slope of the sigmoid, or of the gradient?',
  },
  'tanh-from-z': {
    rule: 'the slope of tanh taken at the wrong number',
    where: text`${math('z')} and ${math('a')} differ`,
    choice: 'Squared the wrong quantity in the slope of tanh',
    nudge: 'Which quantity is squared?',
  },
  'softmax-diagonal': {
    rule: 'the softmax as if its entries did not affect each other',
    where: 'there are two classes or more',
    choice: 'Kept only the effect of each input of the softmax on its own output',
    nudge: 'Does raising one entry move the other shares?',
  },
  'softmax-twice': {
    rule: 'the slope of the softmax once too often',
    where: 'there are three classes or more',
    choice: 'Went back through the softmax twice',
    nudge: 'Is the softmax in there already?',
  },
  'ce-sign': {
    rule: text`${math('y - p')} in place of ${math('p - y')}`,
    where: text`${math('p')} and ${math('y')} differ`,
    choice: 'Took target minus probability instead of probability minus target',
    nudge: 'Should the true logit rise?',
  },
} satisfies Readonly<Record<string, MistakeWords>>
