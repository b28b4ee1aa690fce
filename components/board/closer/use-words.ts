import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import type { WordsAnswers } from '@/lib/protocol/board-asks'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf } from '@/lib/protocol/step-key'
import { useAsked } from './use-asked'

/**
 * What the class answered to a question in words, fetched anew with every answer that comes, and with every mark,
 * because those that wait for one are listed first. Null until the first time.
 */
export function useWords(
  session: BoardSession | null,
  board: BoardState,
  on: StepAddress,
): { answer: WordsAnswers | null; error: string | null } {
  const key = keyOf(on)
  let [answers, marks] = [0, 0]
  for (const cells of board.cells.values()) {
    answers += cells.get(key)?.attempts ?? 0
    marks += cells.get(key)?.override ? 1 : 0
  }
  return useAsked(
    key,
    `${answers} ${marks} ${board.students.size}`,
    session && (() => session.ask('answers', on)),
  )
}
