import { message } from '@/lib/words/message'
import type { Token } from '../lex'
import type { Cursor } from './cursor'
import { ExpressionReader } from './expression'
import type { Phrase } from './phrase'

export const comparisonSigns = ['==', '!=', '<', '<=', '>', '>='] as const
export type ComparisonSign = (typeof comparisonSigns)[number]

export function isComparison(text: string): text is ComparisonSign {
  return (comparisonSigns as readonly string[]).includes(text)
}

/** The comparisons of a `require`, which `and` joins; the last item of each is the comparison. Null after an error. */
export function readCondition(cursor: Cursor): Phrase[] | null {
  return new ConditionReader(cursor).condition()
}

/** Expressions in which `count(…)` may stand, and comparisons of them. */
class ConditionReader extends ExpressionReader {
  condition(): Phrase[] | null {
    const { cursor } = this
    const list: Phrase[] = []
    do {
      const phrase = this.aside(() => this.comparison())
      if (phrase === null) return null
      list.push(phrase)
    } while (cursor.take('and'))
    return list
  }

  private comparison(): number | null {
    const { cursor } = this
    const left = this.sum()
    if (left === null) return null
    const { token } = cursor
    if (token.kind !== 'symbol' || !isComparison(token.text))
      return this.refuse(message('expected.comparison'))
    cursor.advance()
    const right = this.sum()
    if (right === null) return null
    if (isComparison(cursor.token.text)) {
      return this.stop(message('syntax.two-sides', { token: cursor.token.text }))
    }
    if (cursor.is('or')) return this.stop(message('syntax.no-or'))
    return this.apply(token.text, token, [left, right])
  }

  protected override word(token: Token): number | null {
    const { cursor } = this
    if (!cursor.is('count')) return super.word(token)
    cursor.advance()
    if (!cursor.take('(')) return this.refuse(message('expected.call-of-count'))
    const counted = this.deeper(token, () => {
      let condition = this.comparison()
      while (condition !== null) {
        const joint = cursor.token
        if (!cursor.take('and')) return condition
        const next = this.comparison()
        condition = next === null ? null : this.apply('and', joint, [condition, next])
      }
      return null
    })
    if (counted === null || !cursor.expect(')')) return null
    return this.apply('count', token, [counted], [], token.at)
  }
}
