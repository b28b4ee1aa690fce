import type { Message, Say, Subject } from '../argument'
import { grouped } from '../plural'
import { text } from '../text'

/** What the lexer says of a typed cell or formula; characters are counted from 1. */
export const lexing = {
  'lexing.unreadable': (
    { character, place, advice }: { character: string; place: number; advice: Message },
    say: Say,
  ) => text`${character} at character ${place} cannot be read. ${say(advice)}`,
  'lexing.comma': ({ place, advice }: { place: number; advice: Message }, say: Say) =>
    text`The comma at character ${place} cannot be read. ${say(advice)}`,
  'lexing.several-separators': ({ number }: { number: string }) =>
    text`${number} has more than one point or comma. Write numbers without thousands separators.`,
  'lexing.thousand-or-decimal': ({
    number,
    thousand,
    decimal,
  }: {
    number: string
    thousand: string
    decimal: string
  }) => text`${number} can be read as ${thousand} or as ${decimal}. Write the one that you mean.`,
  'lexing.number-too-long': ({ number, most }: { number: string; most: number }) =>
    text`${number} has more than ${grouped(most)} digits`,

  // What to do about a character that is not taken.
  'lexing.without-percent': () => 'Write a fraction or a decimal instead.',
  'lexing.without-separators': () => 'Write numbers without separators.',
  'lexing.without-equals': () => 'Type the value alone, without an equals sign.',
  'lexing.one-exact-value': () => 'Type one exact value.',
  'lexing.exact-value': () => 'Type the exact value.',
  'lexing.one-value': () => 'A cell takes one value.',
  'lexing.comma-before-axis': () =>
    'Write decimals with a point, and a comma only before an axis: sum(x, 1).',
  'lexing.division': () => 'Write a division with /.',
  'lexing.round-brackets': () => 'Write brackets as ( ).',
  'lexing.absolute-value': () => 'Write an absolute value as abs( ).',
  'lexing.without-factorial': () => 'Write the number itself.',
  'lexing.without-unit': () => 'Leave the unit out.',
  'lexing.without-infinity': () => 'Infinity is not a number here.',
  'lexing.minus': () => 'Write a minus sign as -.',
  'lexing.without-latex': () => 'Write plain text, such as 3/4, not LaTeX.',
  'lexing.full-stop': () => 'Write the decimal point as a full stop.',
  'lexing.without-quotes': () => 'Leave the quotes out.',
  'lexing.number-with-digits': () => 'Write a number with digits, such as 0.5.',
  'lexing.without-currency': () => 'Leave the currency sign out.',
  'lexing.invisible': () => 'It is invisible; delete it, or type the cell again.',
  'lexing.plain-digit': ({ digit }: { digit: number }) => text`Write the digit as ${digit}.`,
  'lexing.plain-fraction': ({ fraction }: { fraction: string }) => text`Write it as ${fraction}.`,
  'lexing.mixed-number': ({ fraction }: { fraction: string }) =>
    text`Write it as a sum in brackets, such as (2+${fraction}).`,
  'lexing.power': ({ exponent }: { exponent: string }) => text`Write a power with ^, such as ^${exponent}.`,
  'lexing.what-cells-take': () => 'Use digits, + - * / ^ and brackets.',
} satisfies Subject
