import { type Vocabulary, vocabularyOf } from '@/lib/language/answer/vocabulary'
import type { PublicExercise } from '@/lib/protocol/exercise'

/** The names that a cell of an exercise may use. */
export function vocabularyIn({ nodes }: Pick<PublicExercise, 'nodes'>): Vocabulary {
  return vocabularyOf(
    nodes.flatMap(({ name, shape, symbolic }) => (symbolic && shape ? [{ name, shape }] : [])),
  )
}
