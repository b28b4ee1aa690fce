import type { Place } from '@/lib/language/place'
import type { Option, QuestionPhrase } from '@/lib/language/syntax/question'

/** A question in words, as the file asks it. It rests on no number, and no number rests on it. */
export interface QuestionPlan {
  /** `choose`, `choose2`, `explain`, …: counted by the word. */
  readonly id: string
  readonly kind: 'choice' | 'text'
  /** Which of the file's with this word, counted from 1. */
  readonly nth: number
  readonly question: string
  /** In the file's order; none where the answer is words of one's own. */
  readonly options: readonly Option[]
  readonly points: number
  readonly hints: readonly string[]
  readonly place: Place
}

/** The question of a statement, `nth` among those with the same word. Words of one's own give no points unless the file says so. */
export function questionOf(
  { question, options, points, hints, place }: QuestionPhrase & { readonly place: Place },
  nth: number,
): QuestionPlan {
  const kind = options === null ? 'text' : 'choice'
  const word = kind === 'text' ? 'explain' : 'choose'
  return {
    id: nth === 1 ? word : `${word}${nth}`,
    kind,
    nth,
    question,
    options: options ?? [],
    points: points ?? (kind === 'text' ? 0 : 1),
    hints,
    place,
  }
}
