import { message } from '@/lib/words/message'
import type { Place } from '../place'
import { type Cursor, placeOfToken } from './cursor'
import { readTarget, type TargetPhrase } from './target'

/** `MISTAKE at TARGET` as it was written: neither is looked up. */
export interface TracePhrase {
  readonly mistake: { readonly text: string; readonly place: Place }
  readonly target: { readonly kind: 'target'; readonly phrase: TargetPhrase } | MovePhrase
}

/** A step that a nudge, a descent or an update brings, by its id: `descend.W1`. */
export interface MovePhrase {
  readonly kind: 'move'
  readonly id: string
  readonly place: Place
}

export function readTrace(cursor: Cursor): TracePhrase | null {
  const place = placeOfToken(cursor.token)
  const words: string[] = []
  do {
    const word = cursor.name(message('expected.mistake'))
    if (word === null) return null
    words.push(word)
  } while (cursor.take('-'))
  if (!cursor.expect('at')) return null
  const target = readPlace(cursor)
  return target === null ? null : { mistake: { text: words.join('-'), place }, target }
}

function readPlace(cursor: Cursor): TracePhrase['target'] | null {
  const { token } = cursor
  if (/^(nudge|descend|ascend|update)\d*$/.test(token.text) && cursor.is('.', 1)) {
    const parts: string[] = []
    do {
      const part = cursor.name(message('expected.rest-of-step'))
      if (part === null) return null
      parts.push(part)
    } while (cursor.take('.'))
    return { kind: 'move', id: parts.join('.'), place: placeOfToken(token) }
  }
  const phrase = readTarget(cursor)
  return phrase === null ? null : { kind: 'target', phrase }
}
