import type { ChalkFault } from '@/lib/exercise'
import type { ChalkError } from '@/lib/protocol/exercise'
import { plainSentence } from '@/lib/words/sentence'

/** What is wrong in a file, in plain words. */
export function plainChalkError({ line, column, message }: ChalkFault): ChalkError {
  return { line, column, message: plainSentence(message) }
}
