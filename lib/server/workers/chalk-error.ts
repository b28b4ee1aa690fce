import type { ChalkFault } from '@/lib/exercise'
import type { ChalkError } from '@/lib/protocol/exercise'
import { sentenceOf } from '@/lib/words/sentence'

/** What is wrong in a file, as text for a page. */
export function chalkError({ line, column, message }: ChalkFault): ChalkError {
  return { line, column, message: sentenceOf(message) }
}
