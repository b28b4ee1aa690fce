import type { LogEntry } from '@/lib/classroom/log'
import { type OrRefused, refused } from '@/lib/classroom/refusal'
import { readText } from '@/lib/classroom/talk'
import { seedOf } from '@/lib/classroom/variant'
import type { ExceptCommand } from '@/lib/protocol/exceptions'
import { limits } from '@/lib/protocol/limits'
import { keyOf } from '@/lib/protocol/step-key'
import { message } from '@/lib/words/message'
import type { News } from '../room/command'
import type { Room } from '../room/room'

type MarkCommand = Extract<ExceptCommand, { do: 'mark' }>

/**
 * One entry of the log for each answer that is marked. An answer that its student replaced meanwhile is left out: the teacher has
 * not read the new one.
 */
export function marking(
  room: Room,
  { on, marks, verdict, note: typed }: MarkCommand,
): OrRefused<{ log: LogEntry[]; tell: News[] }> {
  const step = room.stepAt(on)
  if (step?.question?.pick !== 'words') return refused('closed', message('people.not-in-words'))
  const read =
    verdict === null || typed.trim() === ''
      ? { ok: true as const, text: '' }
      : readText(typed, limits.noteChars)
  if (!read.ok) return refused('malformed', read.message)
  const students = new Map(marks.map(({ student, answer }) => [student, answer]))
  const log = [...students].flatMap(([id, answer]): LogEntry[] => {
    const student = room.state.students.get(id)
    if (!student || room.cellAt(id, keyOf(on))?.latest.of !== answer) return []
    const seed = seedOf(room.state, student, on.version)
    return [{ type: 'overridden', data: { student: id, on, seed, verdict, note: read.text, answer } }]
  })
  if (log.length === 0) return refused('not-found', message('people.answers-changed'))
  const tell = log.flatMap((entry): News[] =>
    entry.type === 'overridden' ? [{ tell: 'desk', to: entry.data.student }] : [],
  )
  return { ok: true, log, tell }
}
