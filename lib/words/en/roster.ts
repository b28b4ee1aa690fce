import type { Message, Subject } from '../argument'
import { text } from '../text'

/** What is wrong with a roster, line by line. */
export const roster = {
  'roster.at-line': ({ line, fault }: { line: number; fault: Message }, say) =>
    text`Line ${line}: ${say(fault)}`,
  'roster.too-long': () => text`This roster is too long. A roster has at most 100 kB.`,
  'roster.name-twice': ({ before }: { before: number }) => text`This name is already on line ${before}.`,
  'roster.number-twice': ({ before }: { before: number }) => text`This number is already on line ${before}.`,
  'roster.too-many': ({ most }: { most: number }) => text`A roster has at most ${most} names.`,
  'roster.more-than-two': () => text`This line has more than a number and a name.`,
  'roster.no-number': ({ typed, most }: { typed: string; most: number }) =>
    text`“${typed}” is not a student number. A student number has at most ${most} letters and digits.`,
  'roster.no-name': () => text`This line has no name.`,
} satisfies Subject
