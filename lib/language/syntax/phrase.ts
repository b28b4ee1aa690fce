import type { Rational } from '@/lib/exact/rational'
import type { Place } from '../place'

/** Where a piece of the source begins and ends, in UTF-16 units: for messages that quote it. */
export interface Span {
  readonly from: number
  readonly to: number
}

export type PhraseItem = Span & { readonly place: Place } & (
    | { readonly kind: 'number'; readonly value: Rational; readonly text: string }
    | { readonly kind: 'name'; readonly name: string }
    | {
        readonly kind: 'apply'
        /** The op's name; nothing is known of it here but that the language has it. */
        readonly op: string
        /** Places of the items that go in, in the same phrase. */
        readonly inputs: readonly number[]
        /** Phrases that have to be integers: axes, indices, an exponent. */
        readonly settings: readonly Phrase[]
      }
  )

/**
 * An expression as it was written: names are not looked up and shapes not checked. Its order is that of `Expr`; it is
 * never empty.
 */
export type Phrase = readonly PhraseItem[]

/** Where a phrase begins; an opening bracket around its first piece is left out. */
export function startOf(phrase: Phrase): Place {
  const places = phrase.map(({ place }) => place)
  places.sort((a, b) => a.line - b.line || a.column - b.column)
  return places[0] ?? { line: 1, column: 1 }
}
