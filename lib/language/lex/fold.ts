/** A typed text with every foreign spelling of a digit or sign brought to its ASCII one. */
export interface Folded {
  /** One UTF-16 unit for each character (code point) typed: places in it count characters. */
  readonly text: string
  /** The characters as typed; null when all of them are ASCII and `text` is what was typed. */
  readonly typed: readonly string[] | null
}

/** The minus signs of keyboards, word processors and typeset pages. Not the em dash: it is punctuation. */
const minuses = '−‐‑‒–﹣'
const asterisks = '∗'
/** Signs of a product of numbers, which in a formula stand for one of matrices. */
const times = '×·⋅∙'
/** Signs of the product entry by entry; only a formula has any. */
const entrywise = '⊙∘'
const slashes = '÷∕⁄'
/** What phones and word processors make of the apostrophe of a transpose. */
const primes = '’′ʼ'

/** Stands in for a character outside the basic plane, which no rule reads. */
const outside = '\uFFFD'

/** `typed` is the dialect of the text; a shape is read as a cell. */
export function fold(text: string, dialect: 'answer' | 'formula' = 'answer'): Folded {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is that of ASCII, whole
  if (/^[\x00-\x7F]*$/.test(text)) return { text, typed: null }
  const typed = [...text]
  return { text: typed.map(character => foldCharacter(character, dialect)).join(''), typed }
}

/** The character at a place, as typed. */
export function typedAt(folded: Folded, place: number): string {
  return folded.typed?.[place] ?? folded.text[place] ?? ''
}

/** Place in the typed text, in UTF-16 units, of the character at `place`. */
export function unitsBefore(folded: Folded, place: number): number {
  return folded.typed === null ? place : folded.typed.slice(0, place).join('').length
}

function foldCharacter(character: string, dialect: 'answer' | 'formula'): string {
  if (minuses.includes(character)) return '-'
  if (asterisks.includes(character)) return '*'
  if (times.includes(character)) return dialect === 'formula' ? '·' : '*'
  if (dialect === 'formula' && entrywise.includes(character)) return '*'
  if (slashes.includes(character)) return '/'
  if (dialect === 'formula' && primes.includes(character)) return "'"
  const code = character.codePointAt(0) ?? 0
  if ((code >= 0x1d400 && code <= 0x1d7ff) || character === 'ℯ' || character === 'ⅇ') {
    // Word's equations and Mathematica have letters of their own for these two; others stay what they are.
    const plain = character.normalize('NFKC')
    if (plain === 'e' || plain === 'σ') return plain
  }
  // The fullwidth forms of ASCII, in ASCII's order: １ ＋ （ ．
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xff01 + 0x21)
  if (/^\p{Nd}$/u.test(character)) {
    // Bold, double-struck and monospaced digits; those of other scripts keep their form and are told about.
    const plain = character.normalize('NFKC')
    if (/^\d$/.test(plain)) return plain
  }
  return character.length === 1 ? character : outside
}
