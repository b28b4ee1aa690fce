import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { isInvisible, showCharacter } from './token'

/** What to do about a character that a cell does not take. */
const advice: readonly (readonly [characters: string, hint: Message])[] = [
  ['%‰', message('lexing.without-percent')],
  ["'’‘`´_", message('lexing.without-separators')],
  ['=', message('lexing.without-equals')],
  ['≈~±∓<>≤≥≠', message('lexing.one-exact-value')],
  [':', message('lexing.division')],
  [';', message('lexing.one-value')],
  ['[]{}', message('lexing.round-brackets')],
  ['|', message('lexing.absolute-value')],
  ['!', message('lexing.without-factorial')],
  ['°', message('lexing.without-unit')],
  ['∞', message('lexing.without-infinity')],
  ['…?', message('lexing.exact-value')],
  ['—―', message('lexing.minus')],
  ['\\&', message('lexing.without-latex')],
  ['٫', message('lexing.full-stop')],
  ['"“”„', message('lexing.without-quotes')],
  ['.', message('lexing.number-with-digits')],
]

function adviceOn(character: string, before: string): Message {
  if (isInvisible(character)) return message('lexing.invisible')
  if (/^\p{Sc}$/u.test(character)) return message('lexing.without-currency')
  if (/^\p{Nd}$/u.test(character)) return message('lexing.plain-digit', { digit: digitOf(character) })
  if (/^\p{No}$/u.test(character)) {
    const plain = character.normalize('NFKC').replace('⁄', '/')
    if (/^\d+\/\d+$/.test(plain)) {
      // A mixed number: 2½ is not 21/2, and -2½ is not -2 + 1/2.
      return /^\d$/.test(before)
        ? message('lexing.mixed-number', { fraction: plain })
        : message('lexing.plain-fraction', { fraction: plain })
    }
    if (/^\d$/.test(plain) && /[²³¹⁰-⁹]/.test(character)) return message('lexing.power', { exponent: plain })
  }
  return (
    advice.find(([characters]) => characters.includes(character))?.[1] ?? message('lexing.what-cells-take')
  )
}

/** `before` is the character in front of it, if any. */
export function unread(character: string, place: number, before: string): Message {
  const advice = adviceOn(character, before)
  return message('lexing.unreadable', { character: showCharacter(character), place: place + 1, advice })
}

/** Unicode lays out the decimal digits of each script in order, in runs of ten that start at a zero. */
function digitOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return code - zero
}
