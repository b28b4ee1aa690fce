import type { Mathematics, Message, Subject } from '../argument'
import { listed, text, whole } from '../text'

type Chain = { node: Mathematics; source: Mathematics }
type Rule = { gradient: Mathematics; formula: Mathematics }

/** Why a right answer is right, in one line; the same lines begin a worked solution. */
export const why = {
  'why.stated': () => 'The exercise states it.',
  'why.value-in-words': ({ name, source, clause }: Source & { clause: Message }, say) =>
    text`${name} = ${source}: ${say(clause)}.`,
  'why.value': ({ name, source }: Source) => text`${name} = ${source}, with the earlier values put in.`,
  'why.value-briefly': () => 'Its formula, with the earlier values put in.',
  'why.first': ({ clause }: { clause: Message }, say) => text`first ${say(clause)}`,

  'why.gradient-stated': () => 'The exercise gives this gradient.',
  'why.loss-itself': () => 'The gradient of the loss with respect to itself is 1.',
  'why.independent': ({ name }: { name: Mathematics }) =>
    text`The loss does not depend on ${name}, so its gradient is 0.`,
  'why.uses': ({ name, uses, through }: Uses) =>
    text`${name} is used ${uses === 2 ? 'twice' : 'several times'}: what comes back ${
      through === null ? 'from each use' : whole(text`through ${listed(through)}`)
    } is added up.`,
  'why.uses-briefly': () => 'It is used more than once, so what comes back from each use is added up.',
  'why.chain': ({ node, source }: Chain) =>
    text`What arrives at ${node} times the slope of ${node} = ${source}.`,
  'why.chain-briefly': ({ node }: { node: Mathematics }) =>
    text`The chain rule: what arrives at ${node} times its slope.`,
  'why.chain-alone': () => 'The chain rule: what arrives times the slope.',
  'why.only-added': ({ gradient, formula, node, source }: Rule & Chain) =>
    text`${gradient} = ${formula}: in ${node} = ${source} it is only added, so the gradient passes unchanged.`,
  'why.unchanged': ({ gradient, formula }: Rule) =>
    text`${gradient} = ${formula}: the gradient passes unchanged.`,
  'why.rule-in-words': ({ gradient, formula, clause }: Rule & { clause: Message }, say) =>
    text`${gradient} = ${formula}: ${say(clause)}.`,
  'why.words': ({ gradient, clause }: { gradient: Mathematics; clause: Message }, say) =>
    text`${gradient}: ${say(clause)}.`,
  'why.rule-since': ({ gradient, formula, node, source }: Rule & Chain) =>
    text`${gradient} = ${formula}, since ${node} = ${source}.`,
  'why.rule': ({ gradient, formula }: Rule) => text`${gradient} = ${formula}.`,

  'why.partial': ({ of, by }: { of: Mathematics; by: Mathematics }) =>
    text`How fast ${of} moves with ${by} alone, all else held still.`,
  'why.partial-briefly': () => 'How fast the one moves with the other, all else held still.',
  'why.shape-of-gradient': () => 'A gradient has the shape of what it belongs to.',
  'why.shape': ({ name, source }: Source) => text`${name} has the shape that ${source} gives.`,
  'why.shape-briefly': () => 'It has the shape that its formula gives.',
  'why.nudge-predicted': () => 'Each gradient entry times what is added to its parameter, all summed.',
  'why.nudge-actual': () => 'The loss with the nudged parameters minus the loss before.',
  'why.descended': ({ name }: { name: Mathematics }) =>
    text`Every entry of ${name} minus the rate times its gradient.`,
  'why.descended-briefly': () => 'Every entry minus the rate times its gradient.',
  'why.descent-predicted': () => 'Minus the rate times the sum of all squared gradient entries.',
  'why.stepped': ({ name, by, up }: Stepped & { name: Mathematics }) =>
    text`Every entry of ${name} ${up ? 'plus' : 'minus'} the rate times ${steps[by]}.`,
  'why.stepped-briefly': ({ by, up }: Stepped) =>
    text`Every entry ${up ? 'plus' : 'minus'} the rate times ${steps[by]}.`,
  'why.state': ({ state }: { state: keyof typeof states }) => states[state],
  'why.foreseen': () => 'Each gradient entry times what its entry changes by, all summed.',
  'why.ascent-predicted': () => 'The rate times the sum of all squared gradient entries.',
  'why.updated': ({ rule }: { rule: Mathematics }) => text`${rule}, with the latest values put in.`,
  'why.updated-briefly': () => 'Its rule, with the latest values put in.',
  'why.descent-loss': () => 'The whole forward pass, run with the new parameters.',
  'why.descent-actual': () => 'The loss after the step minus the loss before it.',
} satisfies Subject

type Stepped = { by: keyof typeof steps; up: boolean }

/** What a step is the rate times of. */
const steps = {
  plain: 'its gradient',
  pulled: 'its gradient once that is scaled or decayed as the step says',
  momentum: 'its velocity',
  adam: 'its corrected mean gradient, over the root of its corrected mean square',
  rmsprop: 'its gradient over the root of its mean square',
} as const

const states = {
  v: 'What was gathered before, times its share, plus the new gradient.',
  m: 'The mean so far and the new gradient, each by its share.',
  s: 'The mean so far and the new squared gradient, each by its share.',
} as const

type Source = { name: Mathematics; source: Mathematics }

type Uses = {
  name: Mathematics
  uses: number
  /** The nodes that use it; null where one of them does so more than once. */
  through: readonly Mathematics[] | null
}
