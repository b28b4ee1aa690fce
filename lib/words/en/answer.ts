import type { Mathematics, Message, Say, Subject } from '../argument'
import { form, grouped } from '../plural'
import { shapeOf } from '../shape'
import { listed, text } from '../text'

interface At {
  typed: string
  place: number
}

/** Why a typed cell cannot be read or has no value; `place` counts characters from 1. */
export const answer = {
  'answer.empty': () => 'This cell is empty. Type 0 if you mean zero.',
  'answer.too-long': ({ most }: { most: number }) =>
    text`This is longer than the ${grouped(most)} characters that a cell takes. Simplify it.`,
  'answer.too-deep': ({ levels }: { levels: number }) =>
    text`This is nested deeper than ${levels} levels. Simplify it.`,
  'answer.simplify': ({ reason }: { reason: Message }, say: Say) => text`${say(reason)}. Simplify it.`,

  'answer.bracket-closes-nothing': ({ place }: { place: number }) =>
    text`The bracket ) at character ${place} closes nothing.`,
  'answer.bracket-unclosed': ({ place }: { place: number }) =>
    text`The bracket ( at character ${place} is not closed. Add a ).`,
  'answer.comma-unexpected': ({ place }: { place: number }) =>
    text`A comma is not expected at character ${place}.`,

  'answer.something-missing': () => 'Something is missing.',
  'answer.missing-at-end': ({ before }: { before: string }) =>
    text`Something is missing after ${before} at the end.`,
  'answer.missing-between': ({
    what,
    before,
    next,
    place,
  }: {
    what: 'number' | 'name'
    before: string
    next: string
    place: number
  }) => text`A ${what} is missing between ${before} and ${next} at character ${place}.`,
  'answer.missing-before': ({
    what,
    next,
    place,
  }: {
    what: 'number' | 'name'
    next: string
    place: number
  }) => text`A ${what} is missing before ${next} at character ${place}.`,
  /** `joined` is the one number that two digit strings side by side would be. */
  'answer.sign-missing': ({
    before,
    next,
    place,
    joined,
  }: {
    before: string
    next: string
    place: number
    joined: string | null
  }) => {
    const missing = text`A sign is missing between ${before} and ${next} at character ${place}.`
    return joined === null ? missing : `${missing} ${text`Write ${joined} if it is one number.`}`
  },

  'answer.two-readings': ({ typed, first, second }: { typed: string; first: string; second: string }) =>
    text`${typed} can be read as ${first} or as ${second}. Write the one that you mean.`,
  'answer.two-readings-at': ({ typed, place, first, second }: At & { first: string; second: string }) =>
    text`${typed} at character ${place} can be read as ${first} or as ${second}. Write the one that you mean.`,
  'answer.several-readings': ({ typed, place }: At) =>
    text`${typed} at character ${place} can be read in more than one way. Write * between the names.`,
  'answer.several-entries': ({ typed, place }: At) =>
    text`${typed} at character ${place} is the spelling of more than one entry. Write it as A[1,2].`,
  'answer.brackets-below': ({ factor }: { factor: string }) =>
    text`A sign is missing before ${factor}. Write *, and brackets around what is divided by.`,
  'answer.brackets-after': ({ factor, word }: { factor: string; word: string }) =>
    text`A sign is missing before ${factor}. Write *, and brackets after ${word}.`,
  'answer.brackets-around-exponent': ({ factor }: { factor: string }) =>
    text`A sign is missing before ${factor}. Write *, and brackets around the exponent.`,
  'answer.brackets-around-all': ({ word }: { word: string }) =>
    text`Write brackets after ${word}, around everything that it is applied to.`,

  /** `values`: how many the function takes. */
  'answer.values-in-brackets': ({ word, values }: { word: string; values: number }) =>
    text`${word} takes its ${form(values, 'value', 'values')} in brackets: ${written(word, values)}.`,
  'answer.count-of-values': ({
    word,
    values,
    tooMany,
  }: {
    word: string
    values: number
    tooMany: boolean
  }) => {
    const takes = text`${word} takes ${values === 1 ? 'one value' : 'two values'}: ${written(word, values)}.`
    return tooMany ? `${takes} Here a comma separates two values; write decimals with a point.` : takes
  },
  'answer.base-of-log': ({ typed, place, word, base }: At & { word: string; base: string }) =>
    text`${typed} at character ${place} takes its value in brackets: ${typed}(…). Without them it is the natural ${word} of ${base}.`,

  'answer.unknown-name': ({ typed, place, nodes }: At & { nodes: readonly Mathematics[] }) => {
    const unknown = text`${typed} at character ${place} is not known here.`
    const entries = nodes.length === 0 ? '' : text`, and the entries of ${listed(nodes)}`
    return `${unknown} A cell takes ${known}${entries}.`
  },
  'answer.power-of-e': ({ typed, place, power }: At & { power: string }) =>
    text`${typed} at character ${place} is not known here. Write a power with ^, such as ${power}.`,
  'answer.sign-of-product': ({ typed, place }: At) =>
    text`${typed} at character ${place} cannot be read. For a product write *.`,
  'answer.not-a-number': ({ typed, place }: At) =>
    text`${typed} at character ${place} is not a number here. Type the exact value.`,
  'answer.decimal-digits-only': ({ typed, place }: At) =>
    text`${typed} at character ${place} cannot be read after 0: only decimal digits can follow it.`,
  'answer.scalar-with-digits': ({ typed, place, name }: At & { name: Mathematics }) =>
    text`${typed} at character ${place} is not known here: ${name} is a scalar. For a product write *, for a power ^.`,
  'answer.scalar-with-index': ({ name, place }: { name: Mathematics; place: number }) =>
    text`${name} at character ${place} is a scalar. Write it as ${name.math}.`,
  'answer.whole-tensor': ({
    typed,
    place,
    name,
    shape,
    example,
  }: At & {
    name: Mathematics
    shape: readonly number[]
    example: string
  }) =>
    text`${typed} at character ${place} is all of ${name}, whose shape is ${shapeOf(shape)}. A cell takes entries, such as ${example}.`,
  'answer.no-such-entry': ({
    entry,
    place,
    name,
    shape,
  }: {
    entry: string | Mathematics
    place: number
    name: Mathematics
    shape: readonly number[]
  }) =>
    text`${entry} at character ${place} is not an entry: ${name} has shape ${shapeOf(shape)}, and its entries are counted from 1.`,
  'answer.entry-unreadable': ({
    name,
    place,
    example,
  }: {
    name: Mathematics
    place: number
    example: string
  }) => text`The entry of ${name} at character ${place} cannot be read. Write it as ${example}.`,

  'answer.too-big': ({ reason }: { reason: Message }, say: Say) =>
    text`This is too big to check: ${say(reason)}. Simplify it.`,
  'answer.not-rational': () => 'This is not a rational number.',
  'answer.divides-by-zero': () => 'This divides by zero.',
  'answer.negative-power-of-zero': () => 'A negative power of zero divides by zero.',
  'answer.exponent-not-integer': () => 'An exponent here must be a number, without letters.',
  'answer.fraction-power-of-negative': () =>
    'A negative number has such a power only where the exponent is an integer.',
  'answer.base-undecided': () => 'The sign of what is raised to a power here cannot be decided.',
  'answer.exponent-too-large': ({ most }: { most: number }) => text`Exponents go up to ${most}. Simplify it.`,
  'answer.root-of-negative': () => '√ of a negative number is not a real number.',
  'answer.ln-of-zero': () => 'ln of 0 is not a number.',
  'answer.ln-of-negative': () => 'ln of a negative number is not a number.',
  'answer.sign-undecided': ({ word }: { word: string }) =>
    text`The sign of the value in ${word}( ) cannot be decided.`,
  'answer.larger-undecided': ({ word }: { word: string }) =>
    text`It cannot be decided which of the values in ${word}( ) is the larger.`,
} satisfies Subject

const known =
  'numbers, + - * / ^, brackets, e, pi, exp, ln, log2, log10, sqrt, sigmoid, tanh, sin, cos, erf, max, min, abs and relu'

function written(word: string, values: number): string {
  return `${word}(${values === 1 ? '…' : '…, …'})`
}
