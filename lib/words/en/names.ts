import type { Mathematics, Subject } from '../argument'
import { grouped } from '../plural'
import { text } from '../text'

type Named = { name: Mathematics }

/** An entry that has the same name as something else, and the lines of both. */
type Clash = { symbol: Mathematics; name: Mathematics; line: number; otherLine: number }

/** Why a name cannot be a node's, or is the name of none. */
export const names = {
  'names.of-function': ({ name }: { name: string }) => text`${name} is a function's name: choose another`,
  'names.of-language': ({ name }: { name: string }) =>
    text`${name} is a word of the language: choose another`,
  'names.reserved': ({ name }: { name: string }) => text`${name} is reserved: choose another name`,
  'names.too-long': ({ most }: { most: number }) => text`a name has at most ${most} characters`,
  'names.loss-only': () => 'L can only name the loss: choose another name, or write loss L = …',
  'names.defined-already': ({ name, line }: Named & { line: number }) =>
    text`${name} is defined already (line ${line})`,

  'names.used-before': ({ name, line }: Named & { line: number }) =>
    text`${name} is used here before it is defined (line ${line})`,
  'names.no-loss': () => 'L names the loss, and there is no loss of that name here',
  'names.of-gradient': ({ name }: Named) =>
    text`${name} begins a gradient: one is asked for with ask, and goes into a rule with update alone`,
  /** `meant` is what may have been meant: another name, or a gradient. */
  'names.unknown': ({ name, meant }: Named & { meant: Mathematics | null }) => {
    const unknown = text`there is no node ${name}`
    return meant === null ? unknown : `${unknown}${text` (did you mean ${meant}?)`}`
  },
  'names.no-given': ({ name }: Named) =>
    text`${name} is not a given: an upstream gradient is a value or the name of a given`,

  'names.symbol-is-a-word': ({ name, symbol }: Named & { symbol: string }) =>
    text`the symbol of ${name} would be ${symbol}, which means something else in an answer: choose another name`,
  'names.symbol-of-two': ({ symbol, name, line, other, otherLine }: Clash & { other: Mathematics }) =>
    text`${symbol} is an entry of ${other} (line ${otherLine}) and of ${name} (line ${line}): choose another name`,
  'names.symbol-and-node': ({ symbol, name, line, otherLine }: Clash) =>
    text`${symbol} is an entry of ${name} (line ${line}) and a node (line ${otherLine}): choose another name`,
  'names.too-many-symbols': ({ most }: { most: number }) =>
    text`the file has more than ${grouped(most)} symbols`,
  'names.symbols-compared': ({ name }: Named) => text`${name} holds symbols: require compares numbers`,
} satisfies Subject
