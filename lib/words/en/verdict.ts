import {
  isMathematics,
  type Mathematics,
  type Message,
  type Say,
  type Subject,
  type Whole,
} from '../argument'
import { counted, form } from '../plural'
import { listed, text, whole } from '../text'

/** The sentences of verdicts. None holds a right value, nor a hint of where it lies ([G9]); numbers here count cells. */

const numerals = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ')

function inWords(count: number): string {
  return numerals[count] ?? String(count)
}

function capital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1)
}

/** Where an entry stands, counted from 1: `[3, 2]` of a matrix, `[2]` of a vector. */
export type Position = readonly number[]

function position(at: Position): string {
  return at.length === 1 ? String(at[0]) : `(${at.join(', ')})`
}

/** `z`, `z and h`, `z, h, yhat and one more`: the first few of so many by name. */
function several(named: readonly (Mathematics | Whole | string)[], count: number): Whole {
  const more = count - named.length
  return listed(more > 0 ? [...named, `${inWords(more)} more`] : named)
}

/** `Entry (3, 2)`, `Entries 1, 2 and 4`. */
function entriesNamed(named: readonly Position[], count: number): Whole {
  const list = several(named.map(position), count)
  return whole(`${form(count, 'Entry', 'Entries')} ${list.whole}`)
}

/** The first few steps, as they are written or by their titles, and how many there are. */
type Steps = { readonly steps: readonly (Mathematics | Message)[]; readonly count: number }

function stepsNamed({ steps, count }: Steps, say: Say): Whole {
  return several(
    steps.map(step => (isMathematics(step) ? step : say(step))),
    count,
  )
}

export const verdict = {
  'verdict.right': ({ entries }: { entries: number }) => {
    if (entries === 1) return 'Right, exactly.'
    return entries === 2 ? 'Right, both entries.' : text`Right, all ${inWords(entries)} entries.`
  },
  'verdict.right-rounded': ({ entries }: { entries: number }) =>
    entries === 1 ? 'Right, correctly rounded.' : 'Right, every entry correctly rounded.',
  'verdict.right-within': ({ entries }: { entries: number }) =>
    entries === 1 ? 'Right, close enough.' : 'Right, every entry close enough.',
  'verdict.right-going-on': () => 'Right, going on from your own earlier numbers.',

  'verdict.formula-proved': () => 'Right, for all values.',
  'verdict.formula-agrees': () => 'Right: it agrees for all values that were tried.',

  /** So many of all entries are not right, at least one; `named` are the first few of them. */
  'verdict.wrong': ({
    wrong,
    entries,
    named,
  }: {
    wrong: number
    entries: number
    named: readonly Position[]
  }) => {
    if (entries === 1) return 'Not there yet.'
    const right = entries - wrong
    if (right === 0 && entries === 2) return 'Neither entry is there yet.'
    if (right === 0) return text`None of the ${inWords(entries)} entries is there yet.`
    const yet = form(wrong, 'is not there yet', 'are not there yet')
    return text`${capital(inWords(right))} of ${inWords(entries)}. ${entriesNamed(named, wrong)} ${yet}.`
  },
  'verdict.exact-only': () => 'Answers are exact: a rounded decimal does not count, a fraction does.',
  'verdict.not-near-enough': () => 'More digits are needed here, or the exact value.',
  'verdict.more-places': ({ places }: { places: number }) =>
    text`Type at least ${counted(places, 'decimal place', 'decimal places')}, or the exact value.`,
  'verdict.more-figures': ({ figures }: { figures: number }) =>
    text`Type at least ${counted(figures, 'significant figure', 'significant figures')}, or the exact value.`,

  'verdict.unchecked': () => 'Not checked, no attempt spent.',
  'verdict.unread-entry': ({ at, reason }: { at: Position; reason: Message }, say) =>
    text`Entry ${position(at)}: ${say(reason)}`,
  'verdict.more-unread': ({ count }: { count: number }) =>
    text`${capital(inWords(count))} more ${form(count, 'entry', 'entries')} cannot be read either.`,
  'verdict.entry-count': ({ expected, found }: { expected: number; found: number }) => {
    const own = counted(expected, 'entry', 'entries')
    return text`This step has ${own}, the answer has ${counted(found, 'entry', 'entries')}.`
  },
  /** In a sheet of answers; `shape` is null of a single number. */
  'verdict.misshapen': ({ shape }: { shape: string | null }) =>
    text`Not checked. Expected ${shape === null ? 'one string' : `${shape} nested arrays of strings`}.`,

  /** [G4] `steps` are those whose own answers it follows, at least one. */
  'verdict.follows': (followed: Steps, say) => {
    const answers = form(followed.count, 'That earlier answer is', 'Those earlier answers are')
    return text`Right, given your own ${stepsNamed(followed, say)}. ${answers} not exact yet.`
  },
  /** The same in a few words, for a step that is folded. */
  'verdict.follows-briefly': (followed: Steps, say) => text`right for your ${stepsNamed(followed, say)}`,
  /** [G4] Where some cells follow from earlier answers and others are still wrong, as `rest` says. */
  'verdict.partly': ({ rest, ...followed }: Steps & { readonly rest: Message }, say) =>
    text`Given your own ${stepsNamed(followed, say)}: ${say(rest)}`,
  /** [G5] `steps` are those that leave nothing to work out here. */
  'verdict.mend-first': (trivial: Steps, say) =>
    text`Correct ${stepsNamed(trivial, say)} first. ${form(trivial.count, 'As it stands', 'As they stand')}, nothing is left to work out here.`,
  /** [G5] The same of rounded answers that are right. */
  'verdict.more-digits-first': (coarse: Steps, say) =>
    text`Give more digits in ${stepsNamed(coarse, say)} first. ${form(coarse.count, 'As it stands', 'As they stand')}, nothing is left to work out here.`,

  /** Whether the mistake was made before or after what was chosen is not told ([G9]). */
  'verdict.step-found': () => 'Right, that is where it went wrong.',
  'verdict.step-not-found': () => 'That is not where it went wrong.',
  'verdict.mistake-found': () => 'Right, that is what was done there.',
  'verdict.mistake-not-found': () => 'Not that one. It would have given other numbers.',
  'verdict.choose-step': () => 'Choose one of the steps that are shown.',
  'verdict.choose-mistake': () => 'Choose one of the mistakes.',

  'verdict.no-object': () => 'expected an object that maps step ids to tensors of strings',
  /** `step` as JSON writes it. */
  'verdict.no-step': ({ step }: { step: string }) => text`the exercise has no step ${step}`,
} satisfies Subject
