import { noSuchStep, notWorkedOn } from '@/lib/classroom/desk-refusals'
import { type OrRefused, type Refused, refused } from '@/lib/classroom/refusal'
import { defaultSeed } from '@/lib/exercise/limits'
import type { AskWorked, Scene } from '@/lib/protocol/projector'
import type { SolutionLine } from '@/lib/protocol/solution'
import { message } from '@/lib/words/message'
import { answerOf } from '../projector/projected'
import { classBusy } from '../room/busy'
import type { Handler } from '../room/command'
import { classLane, type Room } from '../room/room'
import { NotPrepared } from '../room/shelf'

/** Puts something on the projector; it is there again after a restart. */
export const show: Handler<'show'> = {
  lanes: () => [classLane],
  crowded: classBusy,
  async decide(room, { command }) {
    const fault = command.scene && (await faultOf(room, command.scene))
    return fault || { ok: true, answer: {}, log: [{ type: 'shown', data: command }] }
  },
}

/** Why a scene cannot be shown; null where it can. */
async function faultOf(room: Room, scene: Scene): Promise<Refused | null> {
  if (scene.what === 'join' || scene.what === 'poll') return null
  if (scene.what === 'section') {
    const read = room.state.pacing.section?.slug === scene.slug
    return read ? null : refused('closed', message('board.section-not-read'))
  }
  if (!room.exercise(scene.version)) return notWorkedOn
  if (scene.what === 'network' || scene.what === 'grid') return null
  if (!room.hasStep(scene)) return noSuchStep
  if (scene.what === 'solution') {
    const lines = await worked(room, scene)
    return lines.ok ? null : lines
  }
  for (const pick of scene.picks) {
    const known = room.state.students.has(pick.student) && (await answerOf(scene, pick)) !== null
    if (!known) return refused('not-found', message('board.answer-gone'))
  }
  return null
}

/** All lines of a worked solution, with the numbers of a seed, or (null) those that the class shares. */
export async function worked(
  room: Room,
  { version, step, seed }: AskWorked,
): Promise<OrRefused<{ lines: SolutionLine[] }>> {
  const prepared = room.exercise(version)
  if (!prepared) return notWorkedOn
  try {
    const lines = await room.shelf.workedLines(prepared, step, seed ?? defaultSeed)
    if (lines) return { ok: true, lines: [...lines] }
    return seed === null ? noSuchStep : refused('not-found', message('board.no-such-numbers', { seed }))
  } catch (error) {
    if (!(error instanceof NotPrepared)) throw error
    return refused('busy', message('board.not-worked-out'), 2000)
  }
}
