import type { Mathematics } from '../argument'
import { text } from '../text'
import type { MistakeWords } from './mistake-words'

/** Names of the exercise at the place where a mistake was made; null where nothing there has that part. */
export interface NudgeNames {
  /** The node whose gradient or value is wrong. */
  readonly own: Mathematics | null
  /** An entry of it, `W[1,1]`. */
  readonly entry: Mathematics | null
  /** What multiplies it where it is used. */
  readonly other: Mathematics | null
  /** The node that uses it. */
  readonly output: Mathematics | null
}

type Known = { readonly [Part in keyof NudgeNames]: Mathematics }

interface Named {
  /** The names that it cannot do without. */
  readonly needs: readonly (keyof NudgeNames)[]
  nudge(names: Known): string
}

const about = (needs: Named['needs'], nudge: Named['nudge']): Named => ({ needs, nudge })

/** Nudges in the exercise's own names, by mistake; where a name is missing, the general one stands. */
const named: Readonly<Record<string, Named>> = {
  'transpose-answer': about(['own'], ({ own }) => text`What shape has ${own}, and which way round?`),
  'missing-transpose': about(
    ['entry', 'other'],
    ({ entry, other }) => text`Which entries of ${other} touch ${entry}?`,
  ),
  'own-value': about(
    ['own', 'other'],
    ({ own, other }) => text`How fast does the product of ${own} and ${other} grow with ${own}?`,
  ),
  'input-forgotten': about(['own'], ({ own }) => text`What multiplies ${own}?`),
  'weight-forgotten': about(['own'], ({ own }) => text`What scaled ${own}?`),
  'one-path': about(['own'], ({ own }) => text`Count the arrows that leave ${own}.`),
  divide: about(['other'], ({ other }) => text`Bigger ${other}: more effect or less?`),
  'residual-flip': about(['own'], ({ own }) => text`Raise ${own} a little: does the loss rise?`),
  'bias-unsummed': about(['own'], ({ own }) => text`How many examples share ${own}?`),
  'bias-one': about(['own'], ({ own }) => text`Nudge ${own}: what follows?`),
  'bias-zero': about(['own'], ({ own }) => text`Nudge ${own}: what follows?`),
  'logits-as-probabilities': about(['own'], ({ own }) => text`Is ${own} a probability already?`),
  'mask-input': about(['other'], ({ other }) => text`Does the gate act on ${other}?`),
  'preactivation-input': about(['own'], ({ own }) => text`What goes into the layer of ${own}?`),
  'wrong-layer': about(
    ['own', 'output'],
    ({ own, output }) => text`Which weights sit between ${own} and ${output}?`,
  ),
  'sigmoid-slope-twice': about(
    ['own', 'output'],
    ({ own, output }) => text`Is ${output} already the sigmoid of ${own}?`,
  ),
  'tanh-slope-twice': about(
    ['own', 'output'],
    ({ own, output }) => text`Is ${output} already the tanh of ${own}?`,
  ),
  'softmax-diagonal': about(
    ['own'],
    ({ own }) => text`Does raising one entry of ${own} move the other shares?`,
  ),
  'norm-constants': about(['own'], ({ own }) => text`Do mean and deviation depend on ${own}?`),
  'conv-flip': about(['own'], ({ own }) => text`Which outputs saw one entry of ${own}?`),
}

/** What a student is asked who made the mistake. */
export function nudgeWith(mistake: string, { nudge }: MistakeWords, names: Partial<NudgeNames>): string {
  const own = Object.hasOwn(named, mistake) ? named[mistake] : undefined
  if (own === undefined || !own.needs.every(part => names[part])) return nudge
  // The parts that it needs are there, and it reads no other.
  return own.nudge(names as Known)
}
