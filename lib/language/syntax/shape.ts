import type { Shape } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { refuseShape } from '../limits'
import { type Cursor, foundToken } from './cursor'

/** `2x3`, `3` or `scalar`, of at most `most` entries; null after an error. */
export function readShape(cursor: Cursor, most?: number): Shape | null {
  if (cursor.take('scalar')) return []
  const { token } = cursor
  // The lexer sees 2x3 as the number 2 and the name x3.
  const rest = cursor.peek(1)
  const more = token.kind === 'number' && rest.kind === 'name' && /^x\d/.test(rest.text) ? rest.text : ''
  const text = token.text + more
  if (token.kind !== 'number' || !/^[1-9]\d{0,8}(?:x[1-9]\d{0,8})*$/.test(text)) {
    const whole = more !== '' && text.length <= 24
    cursor.expected(
      message('expected.shape'),
      whole ? message('found.token', { token: text }) : foundToken(token),
    )
    return null
  }
  const shape = text.split('x').map(Number)
  const trouble = refuseShape(shape, most)
  if (trouble !== null) {
    cursor.fail(trouble)
    return null
  }
  cursor.advance()
  if (more !== '') cursor.advance()
  return shape
}
