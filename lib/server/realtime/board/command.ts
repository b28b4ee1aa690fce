import { entryOf, placesOf } from '@/lib/classroom/commands'
import { type LogEntry, type LoggedEvent, reachOf } from '@/lib/classroom/log'
import type { PacingCommand } from '@/lib/protocol/pacing'
import { type Refusal, refuse } from '@/lib/protocol/replies'
import { regradeAll } from '../desk/regrade'
import type { Live } from '../room/live'
import { classLane, type Room } from '../room/room'

type Means = Pick<Live, 'ledger' | 'pool'>

/**
 * Carries out a teacher's commands one after the other: each is committed, then applied, then shown on every board
 * and desk.
 */
export async function pace(
  room: Room,
  teacherId: string,
  command: PacingCommand,
  means: Means,
): Promise<{ ok: true } | Refusal> {
  const done = room.lanes.run(classLane, async () => {
    for (const { version, step } of placesOf(command)) {
      if (!room.exercise(version))
        return refuse('closed', 'The class does not work on this exercise any more.')
      if (step !== null && !room.hasStep(version, step)) {
        return refuse('not-found', 'This exercise has no such step.')
      }
    }
    const event = await log(room, teacherId, entryOf(command, Date.now()), means)
    // [G5] Nothing follows any longer from an answer to a step that was revealed.
    if (event.type === 'revealed') for (const id of room.state.students.keys()) regradeAll(room, id, means)
    return { ok: true } as const
  })
  return (await done) ?? refuse('too-fast', 'The class is being changed already.', 1000)
}

/** Persists what happened, applies it to the room, and tells the desks as far as it concerns them. */
export async function log(
  room: Room,
  who: string | null,
  entry: LogEntry,
  { ledger }: Pick<Means, 'ledger'>,
): Promise<LoggedEvent> {
  const event = await ledger.log({ classId: room.record.id, who, entry, at: Date.now() })
  room.apply({ type: 'logged', entry: event })
  const reach = reachOf(event)
  if (reach === 'pacing') room.sendPacing()
  if (reach === 'desk') room.refreshDesks()
  return event
}
