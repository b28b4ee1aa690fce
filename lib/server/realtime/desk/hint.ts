import { stepHints } from '@/lib/classroom/step-hints'
import type { StepHints } from '@/lib/protocol/desk'
import { type Reply, refuse } from '@/lib/protocol/replies'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf } from '@/lib/protocol/step-key'
import { spoken } from '../../spoken'
import { log } from '../board/command'
import type { Live } from '../room/live'
import type { Room } from '../room/room'
import { deskAt } from './desk-for'
import type { DeskLink } from './desk-link'

/** The next hint to a step, for the student who asks; once given it stays. */
export async function hint(
  room: Room,
  studentId: string,
  on: StepAddress,
  from: DeskLink,
  { ledger }: Pick<Live, 'ledger'>,
): Promise<Reply<{ hints: StepHints }>> {
  const done = room.lanes.run(studentId, async (): Promise<Reply<{ hints: StepHints }>> => {
    const key = keyOf(on)
    const found = await deskAt(room, studentId, key)
    const refusal = found.ok ? found.desk.absence(key) : found
    if (refusal) return spoken(refusal)
    const texts = room.exercise(on.version)?.hints.get(on.step) ?? []
    const before = room.state.students.get(studentId)
    if (!before) return refuse('signed-out', 'You are not in this class any more.')
    if (!room.state.pacing.hints) return refuse('closed', 'Your teacher has turned hints off for now.')
    const level = before.hints.get(key) ?? 0
    if (level >= texts.length) return refuse('not-found', 'There are no more hints to this step.')
    await log(room, studentId, { type: 'hint-given', data: { on, level: level + 1 } }, { ledger })
    const hints = stepHints(key, texts, level + 1, room.state.pacing.hints)
    for (const link of room.deskLinks(studentId)) if (link !== from) link.tell('hints', hints)
    return { ok: true, hints }
  })
  return (await done) ?? refuse('too-fast', 'Too many messages at once. Please wait a moment.', 1000)
}
