import type { BoardSession } from '@/lib/client/board'
import { type Reply, refuse } from '@/lib/protocol/replies'
import type { SharedMistake } from './shared-mistakes'

const gone = 'Nobody has this answer any more.'
/** The wall has room for two answers side by side. */
const sides = 2

/**
 * Puts a mistake on the projector as it was typed, without names: the text that most of its students typed and, where there
 * is one, another one beside it.
 */
export async function showMistake(
  session: Pick<BoardSession, 'ask'>,
  { version, step, mistakes }: SharedMistake,
): Promise<Reply<object>> {
  const on = { version, step: step.id }
  const [mistake] = mistakes
  const texts = await session.ask('typed', { ...on, mistake })
  if (!texts.ok) return texts
  const picks: { student: string; id: string }[] = []
  for (const { students } of texts.typed) {
    const [student] = students
    if (student === undefined || picks.length === sides) continue
    const reply = await session.ask('attempts', { ...on, student })
    if (!reply.ok) return reply
    const latest = reply.attempts.at(-1)
    if (latest?.result.mistakes.includes(mistake)) picks.push({ student, id: latest.id })
  }
  if (picks.length === 0) return refuse('not-found', gone)
  return session.ask('show', { scene: { what: 'answers', ...on, picks, marks: false } })
}
