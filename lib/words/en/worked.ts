import type { Mathematics, Message, Subject } from '../argument'
import { lengths } from '../shape'
import { text, whole } from '../text'

/** What stands beside the lines of a worked solution. */
export const worked = {
  'worked.then': ({ first, second }: { first: Message; second: Message }, say) =>
    text`${say(first)} ${say(second)}`,
  'worked.rule': () => 'The rule.',
  'worked.shape': () => 'The shape.',
  'worked.result': () => 'The result.',
  'worked.all-together': () => 'All together.',
  'worked.as-tensor': ({ shape }: { shape: readonly number[] }) =>
    text`As a tensor of shape ${lengths(shape)}.`,
  'worked.formula': () => 'In names alone it holds for all values.',
  'worked.found-step': () => 'Everything before this step is right, and this step does not follow from it.',
  'worked.found-mistake': () =>
    'Made there, it gives exactly the numbers that were shown; everything after follows correctly from them.',

  'worked.numbers': ({ note }: { note: Message | null }, say) =>
    text`With the numbers put in${note === null ? '' : whole(text`: ${say(note)}`)}.`,
  'worked.entry': ({ index, note }: { index: readonly number[]; note: Message | null }, say) =>
    text`Entry ${position(index)}${note === null ? '' : whole(text`: ${say(note)}`)}.`,
  'worked.gate': ({ entry, value, open }: Gate) =>
    text`${entry}${value === null ? '' : whole(text` = ${value}`)} is ${
      open ? 'above 0, the unit is on' : 'not above 0, the unit is off'
    }`,

  'worked.path': ({ nth, through, formula }: Path) =>
    text`Path ${nth}, through ${through}${formula === null ? '' : whole(text`, ${formula}`)}.`,
  'worked.sum-of-paths': () => 'The sum over the paths.',
  'worked.how-computed': ({ entry }: { entry: Mathematics }) => text`This is how ${entry} is computed.`,
  'worked.held-still': ({ entry }: { entry: Mathematics }) =>
    text`Only ${entry} moves, everything else is held still: this is the slope.`,

  'worked.descended': ({ name, from }: { name: Mathematics; from: Mathematics }) =>
    text`${name} is ${from} minus the rate times its gradient.`,
  'worked.ascended': ({ name, from }: { name: Mathematics; from: Mathematics }) =>
    text`${name} is ${from} plus the rate times its gradient.`,
  'worked.stepped': ({ name, from, by, up }: Stepped) =>
    text`${name} is ${from} ${up ? 'plus' : 'minus'} the rate times ${steps[by]}.`,
  'worked.velocity': ({ name }: { name: Mathematics }) =>
    text`${name} keeps its share of the velocity before and takes the gradient in.`,
  'worked.moment': ({ name, squared }: { name: Mathematics; squared: boolean }) =>
    text`${name} is the mean so far and the ${squared ? 'squared ' : ''}gradient, each by its share.`,
  'worked.norm': () => 'The norm of all gradients together.',
  'worked.pulled': ({ gradient, clip, decay }: { gradient: Mathematics; clip: boolean; decay: boolean }) =>
    text`${gradient} ${[clip ? 'clipped' : '', decay ? 'with the decay' : ''].filter(word => word !== '').join(', ')}.`,
  'worked.shift': ({ gradient }: { gradient: Mathematics }) =>
    text`The entries of ${gradient}, each times what its parameter's entry changes by.`,
  'worked.foreseen-rule': () =>
    'To first order the loss changes by each gradient entry times what its parameter changes by.',
  'worked.ascent-rule': () =>
    'Going along the gradient changes the loss, to first order, by the rate times its squared length.',
  'worked.ascent-total': () => 'The rate times all of them together.',
  'worked.updated': ({ rule }: { rule: Mathematics }) => text`By the rule ${rule}.`,
  'worked.change': () => 'The loss after minus the loss before.',
  'worked.descent-rule': () =>
    'Going against the gradient changes the loss, to first order, by minus the rate times its squared length.',
  'worked.squared-entries': ({ gradient }: { gradient: Mathematics }) =>
    text`The squared entries of ${gradient}.`,
  'worked.descent-total': () => 'Minus the rate times all of them together.',
  'worked.nudge-rule': () =>
    'To first order the loss changes by each gradient entry times what is added to its parameter.',
  'worked.nudge-entries': ({ gradient }: { gradient: Mathematics }) => text`The entries of ${gradient}.`,
  'worked.nudge-total': () => 'All of them together.',
  'worked.nudged': ({ name }: { name: Mathematics }) => text`${name} with its nudge added.`,
  'worked.after-the-step': ({ name }: { name: Mathematics }) => text`${name} after the step.`,
  'worked.new': ({ name }: { name: Mathematics }) => text`The new ${name}.`,
  'worked.new-gradient': ({ name }: { name: Mathematics }) => text`The new ${name}, with the new numbers.`,
} satisfies Subject

type Stepped = { name: Mathematics; from: Mathematics; by: keyof typeof steps; up: boolean }

const steps = {
  velocity: 'the velocity',
  adam: 'the corrected mean over the root of the corrected mean square',
  rmsprop: 'the gradient over the root of the mean square',
} as const

type Gate = {
  entry: Mathematics
  /** Left out where it is too long to be read in a sentence. */
  value: Mathematics | null
  open: boolean
}

type Path = { nth: number; through: Mathematics; formula: Mathematics | null }

/** `(3, 2)` of a matrix, `2` of a vector. */
function position(index: readonly number[]): string {
  return index.length === 1 ? String(index[0]) : `(${index.join(', ')})`
}
