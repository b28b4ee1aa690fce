import { isOnDesk as isOnDeskOf } from '@/lib/classroom/open-part'
import { type Refusal, refuse } from '@/lib/protocol/replies'
import type { StepAddress } from '@/lib/protocol/step-address'
import type { Room } from '../room/room'
import { NotPrepared } from '../room/views'

/** Whether a step is on a student's desk, with the student's own numbers; where those cannot be prepared now it is not. */
export async function isOnDesk(room: Room, studentId: string, address: StepAddress): Promise<boolean> {
  return (await notOnDesk(room, studentId, address)) === null
}

/**
 * Why a step is nothing to work at for a student. One that is not released, or that the student has not come to, is refused
 * as one that does not exist.
 */
export async function notOnDesk(
  room: Room,
  studentId: string,
  { version, step }: StepAddress,
): Promise<Refusal | null> {
  try {
    const part = await room.partFor(studentId, version)
    if (part === null || room.state.pacing.withheld.has(version)) return notWorkedOn()
    const shown = isOnDeskOf(part, room.state, room.state.students.get(studentId), step)
    return shown ? null : refuse('not-found', 'This exercise has no such step.')
  } catch (error) {
    if (!(error instanceof NotPrepared)) throw error
    return refuse('busy', 'The server cannot open this exercise right now.', 2000)
  }
}

export const notWorkedOn = () => refuse('closed', 'The class does not work on this exercise any more.')
