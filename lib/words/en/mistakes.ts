import type { Message, Subject, Whole } from '../argument'
import { listed, text, whole } from '../text'
import { type NudgeNames, nudgeWith } from './mistake-nudges'
import type { MistakeWords } from './mistake-words'
import { mistakesInAnswers } from './mistakes-in-answers'
import { mistakesInChains } from './mistakes-in-chains'
import { mistakesInDescents } from './mistakes-in-descents'
import { mistakesInFunctions } from './mistakes-in-functions'
import { mistakesInLayers } from './mistakes-in-layers'
import { mistakesInSteps } from './mistakes-in-steps'

/** What is said of each mistake of the catalogue (lib/network/wrong/catalogue.ts). */
export const mistakeWords = {
  ...mistakesInChains,
  ...mistakesInLayers,
  ...mistakesInSteps,
  ...mistakesInFunctions,
  ...mistakesInDescents,
  ...mistakesInAnswers,
}

/** The ids that there are words for. A mistake of the catalogue without words is an error of types where it is said. */
export type WordedMistake = keyof typeof mistakeWords

/** `Left out …` as it goes on after "or". */
function uncapital(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1)
}

type Mistake = { readonly mistake: WordedMistake }

/** Null of a mistake that only a later version knows, which wrote the row. */
function wordsOf(mistake: WordedMistake): MistakeWords | null {
  return Object.hasOwn(mistakeWords, mistake) ? mistakeWords[mistake] : null
}

/** `no-two (r in place of 2 * r)`. */
function named(mistake: WordedMistake): Whole {
  return whole(text`${mistake} (${whole(wordsOf(mistake)?.rule ?? '')})`)
}

/** Named mistakes: to the student who made one, to teachers, and to authors. */
export const mistakes = {
  /** Rows that an older version wrote have no names. */
  'mistakes.nudge': ({ mistake, ...names }: Mistake & Partial<NudgeNames>) => {
    const words = wordsOf(mistake)
    return words === null ? '' : nudgeWith(mistake, words, names)
  },
  'mistakes.choice': ({ mistake }: Mistake) => wordsOf(mistake)?.choice ?? mistake,
  /** Several fit one answer. */
  'mistakes.any-of': ({ rules }: { rules: readonly Message[] }, say) =>
    rules.map((rule, at) => (at === 0 ? say(rule).whole : uncapital(say(rule).whole))).join(', or '),

  'mistakes.gives-right': ({ mistake }: Mistake) => {
    const where = wordsOf(mistake)?.where ?? null
    const shows = where === null ? '' : text` It shows where ${whole(where)}.`
    return text`${named(mistake)} gives the right answer.${whole(shows)}`
  },
  'mistakes.give-the-same': ({ mistake, other }: Mistake & { readonly other: WordedMistake }) =>
    text`${listed([named(mistake), named(other)])} give the same answer.`,
} satisfies Subject
