import type { Mathematics, Subject } from '../argument'
import { counted } from '../plural'
import { text } from '../text'

/** A word of another library, and how it is written here. */
type Meant = { name: string; usages: readonly string[] }

/** Why a statement of an exercise file cannot be read, besides what is found and expected. */
export const syntax = {
  'syntax.empty': () => 'the file is empty: expected a network',
  'syntax.too-large': ({ kibibytes }: { kibibytes: number }) =>
    text`the file is larger than ${kibibytes} KiB`,
  'syntax.too-many-statements': ({ most }: { most: number }) => text`more than ${most} statements`,
  'syntax.too-many-steps': ({ most }: { most: number }) => text`more than ${most} steps`,
  'syntax.unreadable': () => 'this line cannot be read',
  'syntax.untitled': () => 'Untitled',
  'syntax.second-title': () => 'a second title: a file has one',
  'syntax.empty-title': () => 'the title is empty',
  'syntax.long-title': ({ most }: { most: number }) => text`the title has more than ${most} characters`,
  'syntax.no-figures': () => 'a number has at least 1 significant figure: rounded 3 sf',
  'syntax.tolerance-not-positive': () => 'within takes a distance above 0, such as within 0.001',
  'syntax.out-of-range': ({ word, range }: { word: string; range: keyof typeof ranges }) =>
    text`${word} takes ${ranges[range]}`,
  'syntax.rate-not-positive': () => 'the rate is a number above 0: ascend goes uphill, descend downhill',
  'syntax.part-of-descent': ({ word }: { word: string }) =>
    text`${word} stands once and in its place: ETA, then momentum MU [nesterov], adam [B1 B2] [eps E] or rmsprop RHO [eps E], then clip C, decay LAMBDA, steps N`,
  'syntax.second-acceptance': ({ word }: { word: 'rounded' | 'within' | 'exact' }) =>
    text`${word} is one too many: an answer is asked rounded, within a distance or exact, in one of these ways`,
  'syntax.too-deep': ({ levels }: { levels: number }) => text`more than ${levels} levels inside one another`,
  'syntax.random-misplaced': () =>
    'random must stand right after the = of a given, a param or an upstream, with nothing else',
  'syntax.count-misplaced': () => 'count(…) is allowed only in a require',
  'syntax.arguments': ({ word, count, usages }: { word: string; count: number; usages: readonly string[] }) =>
    text`${word} has ${counted(count, 'argument', 'arguments')} here, expected ${usages.join(' or ')}`,
  'syntax.chained': ({ token }: { token: string }) =>
    text`found ${token}: a comparison has two sides (multiply two of them: (0 < x) * (x < 1))`,
  'syntax.module': ({ name, usages }: Meant) =>
    usages.length === 0
      ? text`there is no ${name} here: functions have no module in front of them`
      : text`there is no ${name} here: did you mean ${usages.join(' or ')}?`,
  'syntax.no-function': ({ name, usages }: Meant) =>
    text`there is no function ${name}: did you mean ${usages.join(' or ')}?`,
  'syntax.no-method': ({ name, usages }: Meant) =>
    text`functions stand before what they take, not behind it as .${name}: did you mean ${usages.join(' or ')}?`,
  'syntax.power-of-t': () => 'a transpose is written with a point: x.T',
  'syntax.no-grad': ({ gradient }: { gradient: Mathematics }) => text`a gradient is asked for as ${gradient}`,
  'syntax.two-sides': ({ token }: { token: string }) =>
    text`found ${token}: a comparison has two sides (join several by and)`,
  'syntax.no-or': () => 'found or: conditions are joined by and, there is no or',
} satisfies Subject

const ranges = {
  'below-one': 'numbers from 0 to below 1, such as 0.9',
  'above-zero': 'a number above 0',
  'from-zero': 'a number that is not below 0',
} as const
