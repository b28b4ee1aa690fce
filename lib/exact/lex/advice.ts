import { isInvisible, showCharacter } from './token'

/** What to do about a character that a cell does not take. */
const advice: readonly (readonly [characters: string, hint: string])[] = [
  ['%‰', 'Write a fraction or a decimal instead.'],
  ["'’‘`´_", 'Write numbers without separators.'],
  ['=', 'Type the value alone, without an equals sign.'],
  ['≈~±∓<>≤≥≠', 'Type one exact value.'],
  [':', 'Write a division with /.'],
  [';', 'A cell takes one value.'],
  ['[]{}', 'Write brackets as ( ).'],
  ['|', 'Write an absolute value as abs( ).'],
  ['!', 'Write the number itself.'],
  ['°', 'Leave the unit out.'],
  ['∞', 'Infinity is not a number here.'],
  ['…?', 'Type the exact value.'],
  ['—―', 'Write a minus sign as -.'],
  ['\\&', 'Write plain text, such as 3/4, not LaTeX.'],
  ['٫', 'Write the decimal point as a full stop.'],
  ['"“”„', 'Leave the quotes out.'],
  ['.', 'Write a number with digits, such as 0.5.'],
]

function adviceOn(character: string, before: string): string {
  if (isInvisible(character)) return 'It cannot be seen; delete it, or type the cell anew.'
  if (/^\p{Sc}$/u.test(character)) return 'Leave the currency sign out.'
  if (/^\p{Nd}$/u.test(character)) return `Write the digit as ${digitOf(character)}.`
  if (/^\p{No}$/u.test(character)) {
    const plain = character.normalize('NFKC').replace('⁄', '/')
    if (/^\d+\/\d+$/.test(plain)) {
      // A mixed number: 2½ is not 21/2, and -2½ is not -2 + 1/2.
      return /^\d$/.test(before)
        ? `Write it as a sum in brackets, such as (2+${plain}).`
        : `Write it as ${plain}.`
    }
    if (/^\d$/.test(plain) && /[²³¹⁰-⁹]/.test(character)) return `Write a power with ^, such as ^${plain}.`
  }
  return (
    advice.find(([characters]) => characters.includes(character))?.[1] ??
    'Use digits, + - * / ^ and brackets.'
  )
}

/** `before` is the character in front of it, if any. */
export function unread(character: string, place: number, before: string): string {
  return `${showCharacter(character)} at character ${place + 1} cannot be read. ${adviceOn(character, before)}`
}

/** Unicode lays out the decimal digits of each script in order, in runs of ten that start at a zero. */
function digitOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return code - zero
}
