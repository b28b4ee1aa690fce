import type { Message, Say, Subject } from '../argument'
import { text } from '../text'

/** What the lexer says of an exercise file, as the error of a place. */
export const chalkLexing = {
  'chalk-lexing.block-unclosed': () => 'this """ is never closed: expected """ further down',
  'chalk-lexing.string-unclosed': () => 'this string does not end on its line: expected "',
  'chalk-lexing.closes-nothing': ({ bracket }: { bracket: string }) => text`this ${bracket} closes nothing`,
  'chalk-lexing.other-bracket': ({
    found,
    expected,
    opened,
    line,
    column,
  }: {
    found: string
    expected: string
    opened: string
    line: number
    column: number
  }) => text`found ${found}, expected ${expected} for the ${opened} at line ${line}, column ${column}`,
  'chalk-lexing.never-closed': ({ bracket, expected }: { bracket: string; expected: string }) =>
    text`this ${bracket} is never closed: expected ${expected}`,
  'chalk-lexing.lone-exclamation-mark': () => 'found !: expected != here',
  'chalk-lexing.invisible': ({ character }: { character: string }) =>
    text`found the invisible character ${character}: delete it`,
  'chalk-lexing.meaningless': (
    { character, advice }: { character: string; advice: Message | null },
    say: Say,
  ) =>
    advice === null
      ? text`found ${character}, which means nothing here`
      : text`found ${character}, which means nothing here: ${say(advice)}`,

  // What people type for something that the language writes otherwise.
  'chalk-lexing.minus': () => 'the minus sign is written -',
  'chalk-lexing.write': ({ sign }: { sign: string }) => text`write ${sign}`,
  'chalk-lexing.transpose': () => 'the transpose is written .T',
  'chalk-lexing.single-quote': () => 'text is written in double quotes, and the transpose as .T',
  'chalk-lexing.curly-quote': () => 'text is written in straight quotes, "…"',
  'chalk-lexing.semicolon': () => 'write one statement a line, and commas between entries',
  'chalk-lexing.brace': () => 'tensors are written in [ ]',
  'chalk-lexing.ampersand': () => 'conditions are joined by "and"',
  'chalk-lexing.percent': () => 'a comment starts with #',
} satisfies Subject
