import { message } from '@/lib/words/message'
import type { Token } from '../lex'
import type { Place } from '../place'
import { type Cursor, placeOfToken } from './cursor'
import { ExpressionReader } from './expression'
import type { Phrase } from './phrase'

/** `update NAME = EXPR`, names not looked up. A gradient in it is a name with a stroke, `dL/dW`, which no node has. */
export interface UpdatePhrase {
  readonly kind: 'update'
  readonly name: string
  readonly phrase: Phrase
  /** The place of the name. */
  readonly at: Place
  readonly place: Place
}

/** `loss` is the name of the file's loss, which may stand in place of `L`. */
export function readUpdate(cursor: Cursor, place: Place, loss: string | null): UpdatePhrase | null {
  const at = placeOfToken(cursor.token)
  const name = cursor.name(message('expected.updated'))
  if (name === null || !cursor.expect('=')) return null
  const phrase = new UpdateReader(cursor, loss).whole()
  return phrase === null ? null : { kind: 'update', name, phrase, at, place }
}

/** The gradient in an update is one name: it binds like one, and not like a quotient. */
export function gradientName(node: string): string {
  return `dL/d${node}`
}

/** The node whose gradient a name in an update is; null of a plain name. */
export function ofGradient(name: string): string | null {
  return name.startsWith('dL/d') ? name.slice(4) : null
}

class UpdateReader extends ExpressionReader {
  constructor(
    cursor: Cursor,
    private readonly loss: string | null,
  ) {
    super(cursor)
  }

  protected override word(token: Token): number | null {
    const { cursor } = this
    const over = token.text.normalize('NFC')
    const below = cursor.peek(2)
    const node = below.text.normalize('NFC')
    const isGradient =
      (over === 'dL' || (this.loss !== null && over === `d${this.loss}`)) &&
      cursor.is('/', 1) &&
      below.kind === 'name' &&
      /^d./u.test(node)
    if (!isGradient) return super.word(token)
    for (let taken = 0; taken < 3; taken += 1) cursor.advance()
    const own = node.slice(1)
    const name = gradientName(own === 'L' ? (this.loss ?? own) : own)
    return this.push({ kind: 'name', name, ...this.span(token, token.at) })
  }
}
