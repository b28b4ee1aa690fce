import { type Mathematics, math, type Subject } from '../argument'
import { listed, text, whole } from '../text'

type Index = readonly number[]
/** A title names elements of a page, where nothing is typeset: the names in it are plain. In a sentence they are mathematics. */
type Of = { node: string | Mathematics }
type Gradient = Of & { loss: string }
type OfBy = { of: string; by: string; ofIndex: Index | null; byIndex: Index | null }
/** `round` is null where a descent has one step alone. */
type Round = { round: number | null }
type State = Round & { state: 'v' | 'm' | 's'; param: string | Mathematics; up: boolean }
/** What a step is the rate times of. */
type Step = { rate: Mathematics; way: Mathematics; up: boolean }
type Params = { params: readonly Mathematics[] }

/** What a step is called, in words. */
export const stepTitles = {
  'step-titles.quantity': ({ quantity }: { quantity: Mathematics }) => text`${quantity}`,
  'step-titles.value': ({ node }: Of) => text`value of ${node}`,
  'step-titles.entry': ({ node, index }: Of & { index: Index }) => text`entry ${at(index)} of ${node}`,
  'step-titles.gradient': ({ loss, node, index }: Gradient & { index: Index | null }) =>
    text`gradient of ${loss} with respect to ${node}${index === null ? '' : `, entry ${at(index)}`}`,
  'step-titles.partial': ({ of, by, ofIndex, byIndex }: OfBy) =>
    text`partial derivative of ${of}${bracketed(ofIndex)} with respect to ${by}${bracketed(byIndex)}`,
  'step-titles.shape-of-value': ({ node }: Of) => text`shape of ${node}`,
  'step-titles.shape-of-gradient': ({ loss, node }: Gradient) =>
    text`shape of the gradient of ${loss} with respect to ${node}`,
  'step-titles.formula-for-value': ({ node }: Of) => text`formula for ${node}`,
  'step-titles.formula-for-gradient': ({ loss, node }: Gradient) =>
    text`formula for the gradient of ${loss} with respect to ${node}`,
  'step-titles.change-by-nudge': ({
    quantity,
    rising,
  }: {
    quantity: 'predicted' | 'actual'
    rising: boolean
  }) => text`${quantity} change of the loss${rising ? ', rising nudges' : ''}`,
  'step-titles.param-after-descent': ({ param, round }: Round & { param: string | Mathematics }) =>
    text`${param} after ${descentStep(round)}`,
  'step-titles.loss-after-descent': ({ round }: Round) => text`loss after ${descentStep(round)}`,
  'step-titles.change-by-descent': ({ quantity, round }: Round & { quantity: 'predicted' | 'actual' }) =>
    text`${quantity} change of the loss, ${descentStep(round)}`,
  'step-titles.param-after-ascent': ({ param, round }: Round & { param: string | Mathematics }) =>
    text`${param} after ${ascentStep(round)}`,
  'step-titles.loss-after-ascent': ({ round }: Round) => text`loss after ${ascentStep(round)}`,
  'step-titles.change-by-ascent': ({ quantity, round }: Round & { quantity: 'predicted' | 'actual' }) =>
    text`${quantity} change of the loss, ${ascentStep(round)}`,
  /** What a method keeps for a parameter: the velocity, the mean of the gradients, that of their squares. */
  'step-titles.state-after': ({ state, param, up, round }: State) =>
    text`${states[state]} of ${param} after ${up ? ascentStep(round) : descentStep(round)}`,
  'step-titles.updated': ({ name, round }: Round & { name: string | Mathematics }) =>
    text`${name} after ${round === null ? 'the update' : `round ${round} of the update`}`,
  'step-titles.where-short': () => 'where?',
  'step-titles.which-short': () => 'what?',
  /** What the steps of one nudge, or of one step of a descent, have in common. */
  'step-titles.nudge': ({ nth }: { nth: number }) => text`nudge${numbered(nth)}`,
  'step-titles.descent': ({ nth, round }: { nth: number; round: number }) =>
    text`descend${numbered(nth)}${round === 1 ? '' : `, step ${round}`}`,
  'step-titles.ascent': ({ nth, round }: { nth: number; round: number }) =>
    text`ascend${numbered(nth)}${round === 1 ? '' : `, step ${round}`}`,
  'step-titles.update': ({ nth, round }: { nth: number; round: number }) =>
    text`update${numbered(nth)}${round === 1 ? '' : `, round ${round}`}`,
  /** What tells them apart. */
  'step-titles.change': ({ quantity }: { quantity: 'predicted' | 'actual' }) => quantity,
  'step-titles.loss': () => 'loss',
  'step-titles.param': ({ param }: { param: string }) => text`${param}`,
  'step-titles.where': () => 'where the mistake was made',
  'step-titles.which': () => 'which mistake it is',
} satisfies Subject

/** Words that stand inside the mathematics of a step. */
export const stepMarks = {
  'step-marks.shape-of': () => 'shape of',
  'step-marks.formula-for': () => 'formula for',
  'step-marks.entries-of': () => 'entries of',
  'step-marks.parameters': () => 'parameters',
  'step-marks.predicted': () => 'predicted',
  'step-marks.actual': () => 'actual',
  'step-marks.new': () => 'new',
} satisfies Subject

/** What stands above the cells of a step. */
export const stepRemarks = {
  'step-remarks.hold-others': () => 'Hold every other named quantity still.',
  'step-remarks.shapes': () => 'Rows x columns, such as 2x3; scalar for a single number.',
  'step-remarks.formulas': ({ of }: { of: 'value' | 'gradient' }) =>
    text`Type a formula that holds for all values, such as ${of === 'gradient' ? 'G @ B.T or dL/dz * step(z)' : 'A @ B + c'}.`,
  'step-remarks.add-to-every': ({ amount, params }: Params & { amount: Mathematics }) =>
    text`Add ${amount} to every entry of ${listed(params)}.`,
  'step-remarks.add-to-one': ({ amount, params }: Params & { amount: Mathematics }) =>
    text`Add ${amount} to ${listed(params)}.`,
  /** `last`: the amount for the last entry, where the amounts are not all told. */
  'step-remarks.add-rising': ({
    amounts,
    last,
    params,
  }: Params & { amounts: readonly Mathematics[]; last: Mathematics | null }) => {
    const all = last === null ? listed(amounts) : listed([...amounts, whole(text`so on up to ${last}`)])
    return text`Add ${all} to the entries of ${listed(params)}, in this order, each row by row.`
  },
  'step-remarks.predict-nudge': () =>
    'Predict the change from the gradients: each entry times what is added to it, summed.',
  'step-remarks.actual-nudge': ({ loss }: { loss: Mathematics }) =>
    text`Run the whole forward pass again: the new ${loss} minus the old one.`,
  'step-remarks.subtract-gradient': ({ rate }: { rate: Mathematics }) =>
    text`Subtract ${rate} times the gradient.`,
  'step-remarks.predict-descent': ({ rate }: { rate: Mathematics }) =>
    text`The rate is ${rate}: predict the change as minus the rate times the sum of all squared gradient entries of the parameters.`,
  'step-remarks.add-gradient': ({ rate }: { rate: Mathematics }) => text`Add ${rate} times the gradient.`,
  'step-remarks.predict-ascent': ({ rate }: { rate: Mathematics }) =>
    text`The rate is ${rate}: predict the change as the rate times the sum of all squared gradient entries of the parameters.`,
  /** `pulled`: the gradients are clipped or decayed before they are gone by. */
  'step-remarks.predict-by-steps': ({ pulled }: { pulled: boolean }) =>
    text`Predict the change: each gradient entry of the loss${pulled ? ', neither scaled nor decayed,' : ''} times what its parameter's entry changes by, summed.`,
  'step-remarks.clip': ({ most }: { most: Mathematics }) =>
    text`First scale the gradients of all parameters by one factor, so that their norm together is ${most}; where it is not above that, they stay.`,
  'step-remarks.decay': ({ share, param, up }: { share: Mathematics; param: Mathematics; up: boolean }) =>
    up
      ? text`Take ${share} times ${param} off its gradient.`
      : text`Add ${share} times ${param} to its gradient.`,
  'step-remarks.velocity': ({ mu }: { mu: Mathematics }) =>
    text`The new ${math('v')} is ${mu} times the old one plus the gradient; it begins at 0.`,
  'step-remarks.moment': ({
    state,
    share,
    rest,
  }: {
    state: 'm' | 's'
    share: Mathematics
    rest: Mathematics
  }) =>
    text`The new ${math(state)} is ${share} times the old one plus ${rest} times the ${state === 's' ? 'square of the gradient, entry by entry' : 'gradient'}; it begins at 0.`,
  'step-remarks.step-of-velocity': ({ rate, way, nesterov, up }: Step & { nesterov: boolean }) =>
    nesterov
      ? text`${up ? 'Add' : 'Subtract'} ${rate} times ${way}, with ${math('g')} the gradient and ${math('v')} the new one.`
      : text`${up ? 'Add' : 'Subtract'} ${rate} times the new ${way}.`,
  'step-remarks.step-of-moments': ({ rate, way, gradient, up }: Step & { gradient: boolean }) =>
    text`${up ? 'Add' : 'Subtract'} ${rate} times ${way}, entry by entry, with ${
      gradient
        ? whole(text`${math('g')} the gradient and the new ${math('s')}`)
        : whole(text`the new ${math('m')} and ${math('s')}`)
    }.`,
  'step-remarks.zero-stays': () => 'An entry whose gradients were all 0 stays as it is.',
  'step-remarks.update': ({ rule }: { rule: Mathematics }) => text`Work out the new value by ${rule}.`,
  'step-remarks.latest-values': ({ round, gradients }: { round: number; gradients: boolean }) =>
    text`Every name stands for its latest value${gradients ? `; gradients are those ${round === 1 ? 'before the update' : `at the values after round ${round - 1}`}` : ''}.`,
  'step-remarks.start-after': ({ round }: { round: number }) =>
    text`Start from the values after step ${round}, with gradients computed anew there.`,
  'step-remarks.loss-of-descent': () => 'Run the whole forward pass with the new parameters.',
  /** `before`: the step whose loss is subtracted; null for the loss before the first. */
  'step-remarks.actual-descent': ({ loss, before }: { loss: Mathematics; before: number | null }) =>
    text`The new ${loss} minus ${before === null ? 'the old one' : `that after step ${before}`}.`,
  'step-remarks.where': () =>
    'One step does not follow from the steps before it; every step after it was worked out correctly from there.',
  'step-remarks.which': () => 'Which of these mistakes gives the numbers shown?',
} satisfies Subject

function at(index: Index): string {
  return index.length === 1 ? String(index[0]) : `(${index.join(', ')})`
}

function bracketed(index: Index | null): string {
  return index === null ? '' : `[${index.join(', ')}]`
}

/** ` 2` for the second; the first bears no number. */
function numbered(nth: number): string {
  return nth === 1 ? '' : ` ${nth}`
}

function ascentStep(round: number | null): string {
  return round === null ? 'one ascent step' : `ascent step ${round}`
}

const states = { v: 'velocity', m: 'mean gradient', s: 'mean squared gradient' } as const

function descentStep(round: number | null): string {
  return round === null ? 'one descent step' : `descent step ${round}`
}
