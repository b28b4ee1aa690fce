import type { Message } from '@/lib/words/argument'
export type TokenKind = 'number' | 'name' | 'string' | 'symbol' | 'newline' | 'end'

export interface Token {
  readonly kind: TokenKind
  /**
   * The one spelling of a number, name or symbol (`-` for every minus sign, `1.5` for `1,5`); the source of a string;
   * empty for `newline` and `end`.
   */
  readonly text: string
  /** For a string, what stands between its quotes, unescaped; for a name that stands for a number, that number's own name. */
  readonly value?: string
  /** Its length in the source, in UTF-16 units, where that is not the length of `text`. */
  readonly width?: number
  /** Place in the source, in UTF-16 units, counted from 0. */
  readonly at: number
  readonly line: number
  /** Counts characters (code points) from 1. */
  readonly column: number
}

export interface Misread {
  readonly at: number
  readonly line: number
  readonly column: number
  readonly message: Message
}

export type Lexed = { ok: true; tokens: Token[] } | { ok: false; error: Misread }

/** A character as messages show it; an invisible one is shown by its number. */
export function showCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? character : `U+${code}`
}

/** Characters that show nothing and come along when text is copied out of pages and messages. */
export function isInvisible(character: string): boolean {
  return /^[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u115F\u1160\u3164\uFFA0]$/u.test(character)
}
