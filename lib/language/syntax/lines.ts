import { type ChalkFault, faultAt } from '../fault'
import { lex, type Token } from '../lex'

export interface Lines {
  /** The tokens of each statement, with the one that ends it. */
  readonly statements: readonly (readonly Token[])[]
  readonly errors: readonly ChalkFault[]
  /** Names that occur in lines that could not be read: they may have been defined there. */
  readonly lost: ReadonlySet<string>
}

/** The most lines with meaningless characters that are told one by one. */
const mostRetries = 20

/**
 * Parts the source into statements. A line with a meaningless character is told and left out, so that it does not
 * hide errors elsewhere. After a bracket or a `"""` without a partner nobody knows where the statement ends, so the
 * rest of the file is left out.
 */
export function readLines(source: string): Lines {
  const errors: ChalkFault[] = []
  const lost = new Set<string>()
  let text = source
  for (let retry = 0; retry < mostRetries; retry += 1) {
    const lexed = lex(text, 'chalk')
    if (lexed.ok) return { statements: statementsOf(lexed.tokens), errors, lost }
    const { at, message } = lexed.error
    // A text that was cut short may end inside a bracket, which is no error of the file.
    if (text.length === source.length) errors.push(faultAt(lexed.error, message))
    const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
    const partnerless = /^(?:[()[\]]|""")/.test(text.slice(at))
    const rest = text.slice(at)
    const end = partnerless ? text.length : at + (/[\r\n]|$/.exec(rest)?.index ?? rest.length)
    for (const name of text.slice(start, end).match(/[\p{L}][\p{L}\p{M}\d_]*/gu) ?? []) {
      lost.add(name.normalize('NFC'))
    }
    text = partnerless
      ? text.slice(0, start)
      : text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
  }
  return { statements: [], errors, lost }
}

function statementsOf(tokens: readonly Token[]): Token[][] {
  const statements: Token[][] = []
  let current: Token[] = []
  for (const token of tokens) {
    current.push(token)
    if (token.kind !== 'newline' && token.kind !== 'end') continue
    if (current.length > 1) statements.push(current)
    current = []
  }
  return statements
}
