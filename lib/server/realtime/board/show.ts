import { notWorkedOn } from '@/lib/classroom/desk-refusals'
import { defaultSeed } from '@/lib/exercise/limits'
import type { AskWorked, Scene, ShowCommand } from '@/lib/protocol/projector'
import { type Refusal, type Reply, refuse } from '@/lib/protocol/replies'
import type { SolutionLine } from '@/lib/protocol/solution'
import type { BoardContract } from '@/lib/protocol/wire/board'
import { spoken } from '../../spoken'
import { answerOf } from '../projector/projected'
import type { Live } from '../room/live'
import { classLane, type Room } from '../room/room'
import { NotPrepared } from '../room/shelf'
import type { Handlers } from '../wire/answer-every'
import { log } from './command'

/** What a board may ask about the projector. */
export function aboutShow(
  room: Room,
  teacherId: string,
  live: Live,
): Pick<Handlers<BoardContract>, 'show' | 'worked' | 'exercise'> {
  return {
    show: command => show(room, teacherId, command, live),
    worked: asked => worked(room, asked),
    exercise: async ({ version }) => {
      const exercise = room.exercise(version)?.view
      return exercise ? { ok: true, exercise } : spoken(notWorkedOn)
    },
  }
}

/** Puts something on the projector: committed first, so that it is there again after a restart. */
async function show(
  room: Room,
  teacherId: string,
  command: ShowCommand,
  live: Pick<Live, 'ledger'>,
): Promise<Reply<object>> {
  const done = room.lanes.run(classLane, async (): Promise<Reply<object>> => {
    const fault = command.scene && (await faultOf(room, command.scene))
    if (fault) return fault
    await log(room, teacherId, { type: 'shown', data: command }, live)
    return { ok: true }
  })
  return (await done) ?? refuse('too-fast', 'The class is being changed already.', 1000)
}

/** Why a scene cannot be shown; null where it can. */
async function faultOf(room: Room, scene: Scene): Promise<Refusal | null> {
  if (scene.what === 'join') return null
  if (!room.exercise(scene.version)) return spoken(notWorkedOn)
  if (scene.what === 'network' || scene.what === 'grid') return null
  if (!room.hasStep(scene.version, scene.step)) return noSuchStep()
  if (scene.what === 'solution') {
    const lines = await worked(room, scene)
    return lines.ok ? null : lines
  }
  for (const pick of scene.picks) {
    const known = room.state.students.has(pick.student) && (await answerOf(scene, pick)) !== null
    if (!known) return refuse('not-found', 'This answer is not there any more.')
  }
  return null
}

/** All lines of a worked solution, with the numbers of a seed, or (null) those that the class shares. */
export async function worked(
  room: Room,
  { version, step, seed }: AskWorked,
): Promise<Reply<{ lines: SolutionLine[] }>> {
  const prepared = room.exercise(version)
  if (!prepared) return spoken(notWorkedOn)
  try {
    const lines = await room.shelf.workedLines(prepared, step, seed ?? defaultSeed)
    if (lines) return { ok: true, lines: [...lines] }
    return seed === null ? noSuchStep() : refuse('not-found', `There are no numbers ${seed} of this step.`)
  } catch (error) {
    if (!(error instanceof NotPrepared)) throw error
    return refuse('busy', 'The server cannot work this out right now.', 2000)
  }
}

const noSuchStep = () => refuse('not-found', 'This exercise has no such step.')
