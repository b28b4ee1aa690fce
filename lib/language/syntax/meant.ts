import type { Token } from '../lex'
import { definedName } from './statement'

/** Names of the number pi, where no line defines a node of that name. */
const numbers: ReadonlyMap<string, string> = new Map([
  ['pi', 'pi'],
  ['π', 'pi'],
])
/** Other spellings of a name, where no line defines a node of that spelling. */
const spellings: ReadonlyMap<string, string> = new Map([['ŷ', 'yhat']])

/**
 * The tokens of a file with those names brought to what they mean that no line defines. `lost` are names that unreadable lines may
 * have defined. So a file that has a node called `pi` stays what it was.
 */
export function meantBy(
  statements: readonly (readonly Token[])[],
  lost: ReadonlySet<string>,
): readonly (readonly Token[])[] {
  const defined = new Set(lost)
  for (const tokens of statements) {
    const name = definedName(tokens)
    if (name !== null) defined.add(name)
  }
  return statements.map(tokens => tokens.map(token => meantAs(token, defined)))
}

function meantAs(token: Token, defined: ReadonlySet<string>): Token {
  if (token.kind !== 'name') return token
  const name = token.text.normalize('NFC')
  if (defined.has(name)) return token
  const number = numbers.get(name)
  if (number !== undefined) return { ...token, value: number }
  const [, d = '', plain = ''] = /^(d?)(.*)$/su.exec(name) ?? []
  const meant = defined.has(plain) ? undefined : spellings.get(plain)
  return meant === undefined ? token : { ...token, text: d + meant, width: token.text.length }
}
