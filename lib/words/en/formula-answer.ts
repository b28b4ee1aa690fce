import type { Mathematics, Subject, Whole } from '../argument'
import { grouped } from '../plural'
import { listed, text, whole } from '../text'

interface At {
  typed: string
  place: number
}

/** Why a typed formula cannot be read, besides what `answer` says of cells; `place` counts characters from 1. */
export const formulaAnswer = {
  'formula-answer.empty': () => 'This is empty. Type a formula, such as A @ B.T.',
  'formula-answer.too-long': ({ most }: { most: number }) =>
    text`This is longer than the ${grouped(most)} characters that a formula may have. Simplify it.`,
  'formula-answer.too-many-marks': () => 'There are too many marks after this. Simplify it.',

  'formula-answer.transpose': ({ typed, place }: At) =>
    text`${typed} at character ${place} is the transpose only after ^ or a point: A^T, A.T.`,
  'formula-answer.unknown-name': ({
    typed,
    place,
    nodes,
    more,
  }: At & {
    nodes: readonly Mathematics[]
    /** Whether there are others besides these. */
    more: boolean
  }) => text`${typed} at character ${place} is not known here. This formula may use ${some(nodes, more)}.`,
  'formula-answer.did-you-mean': ({ typed, place, meant }: At & { meant: string }) =>
    text`${typed} at character ${place} is not known here. Did you mean ${meant}?`,

  'formula-answer.no-gradients': ({ gradient, place }: { gradient: Mathematics; place: number }) =>
    text`${gradient} at character ${place} cannot be used: this formula takes no gradients.`,
  'formula-answer.gradient-not-allowed': ({
    gradient,
    place,
    gradients,
    more,
  }: {
    gradient: Mathematics
    place: number
    gradients: readonly Mathematics[]
    more: boolean
  }) =>
    text`${gradient} at character ${place} is what is asked for here, or depends on it. Build on ${some(gradients, more)}.`,
  'formula-answer.not-of-loss': ({
    typed,
    place,
    example,
  }: At & {
    /** One that may be used, if there is any. */
    example: Mathematics | null
  }) => {
    const gradients = example === null ? 'those of the loss' : text`those of the loss, such as ${example}`
    return text`${typed} at character ${place} cannot be read. Gradients here are ${whole(gradients)}.`
  },

  'formula-answer.brackets-around-first': ({ factor }: { factor: string }) =>
    text`Write brackets around what is multiplied first, before ${factor}.`,
  'formula-answer.exponent-not-integer': () =>
    'An exponent in a formula is an integer, or T for the transpose.',
  'formula-answer.axis-not-counted': () => 'An axis is a whole number, counted from 1.',
  'formula-answer.not-whole': () => 'A whole number belongs here.',
  'formula-answer.chained': ({ sign, place }: { sign: string; place: number }) =>
    text`A comparison has two sides: ${sign} at character ${place} is one too many.`,
  'formula-answer.no-method': ({ typed, place, usages }: At & { usages: readonly string[] }) => {
    const instead =
      usages.length === 0 ? 'Write it with the operators of a formula.' : text`Write ${listed(usages, 'or')}.`
    return text`${typed} at character ${place} cannot be read here. ${whole(instead)}`
  },
  'formula-answer.values-in-brackets': ({ word, usages }: { word: string; usages: readonly string[] }) =>
    text`${word} takes its values in brackets: ${listed(usages, 'or')}.`,
  'formula-answer.called-so': ({ word, usages }: { word: string; usages: readonly string[] }) =>
    text`${word} is written ${listed(usages, 'or')}.`,
  'formula-answer.value-in-brackets': ({ word, axis }: { word: string; axis: boolean }) =>
    text`${word} takes its value in brackets: ${written(word, axis)}.`,
  'formula-answer.call-is-written': ({ word, axis }: { word: string; axis: boolean }) =>
    text`${word} is written ${written(word, axis)}.`,
} satisfies Subject

function some(items: readonly Mathematics[], more: boolean): Whole {
  return more ? whole(`${items.map(item => text`${item}`).join(', ')}, …`) : listed(items)
}

/** `axis`: whether the function may take one. */
function written(word: string, axis: boolean): string {
  return axis ? `${word}(…) or ${word}(…, axis)` : `${word}(…)`
}
