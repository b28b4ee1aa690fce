import { type Material, pictureKey, projectorView, versionShown } from '@/lib/classroom/projector-view'
import { defaultSeed } from '@/lib/exercise/limits'
import { limits } from '@/lib/protocol/limits'
import type { ProjectorView, Scene } from '@/lib/protocol/projector'
import type { StepAddress } from '@/lib/protocol/step-address'
import { versionOf } from '@/lib/protocol/step-key'
import { sentenceOf } from '@/lib/words/sentence'
import { attemptsAt } from '../../db/submissions'
import { answeredText } from '../room/answered'
import type { Room } from '../room/room'
import { flowersOf } from './flowers'

type Answers = Material['answers']

/** What one projector shows of a room, made anew each time. */
export class Projected {
  private readonly flowers: readonly string[]
  private pictured: string | null = null
  private fetched: { of: readonly unknown[]; answers: Answers } | null = null

  constructor(private readonly room: Room) {
    this.flowers = flowersOf(room.record.id)
  }

  /** Forgets what was sent: a page that connects anew has no picture. */
  begin(): void {
    this.pictured = null
  }

  /** Rejects with `NotPrepared` where the workers are busy. */
  async view(): Promise<ProjectorView> {
    const { room } = this
    const { scene } = room.state.showing
    const version = versionShown(room.state)
    const material = await this.material(scene, version)
    // Another scene was chosen while its material was fetched, or another question was asked.
    if (room.state.showing.scene !== scene || versionShown(room.state) !== version) return this.view()
    const { title } = room.record
    const code = room.door.codeEnded ? null : room.door.code
    const { flowers, pictured } = this
    const { timer } = room.state.pacing
    const timed = timer?.step ? room.exercise(versionOf(timer.step)) : null
    return projectorView(
      room.state,
      { title, code, flowers, pictured, say: sentenceOf },
      { ...material, ...(timed && { timed }) },
      Date.now(),
    )
  }

  /** A view went out: the page keeps the picture that was in it. */
  sent({ scene }: ProjectorView): void {
    if (scene.what === 'network' && scene.exercise) this.pictured = pictureKey(scene.exercise)
  }

  private async material(scene: Scene, version: string | null): Promise<Material> {
    const { room } = this
    const prepared = version === null ? undefined : room.exercise(version)
    if (!prepared) return { part: null, answers: [], lines: [] }
    if (scene.what === 'answers') return { part: prepared, answers: await this.answers(scene), lines: [] }
    if (scene.what !== 'solution') return { part: prepared, answers: [], lines: [] }
    const lines = await room.shelf.workedLines(prepared, scene.step, scene.seed ?? defaultSeed)
    return { part: prepared, answers: [], lines: lines ?? [] }
  }

  /** The answers are read again only when one of these students answered, which may have changed a verdict. */
  private async answers(scene: Extract<Scene, { what: 'answers' }>): Promise<Answers> {
    const { students } = this.room.state
    const of = [scene, ...scene.picks.map(({ student }) => students.get(student)?.cells)]
    const known = this.fetched
    if (known && known.of.length === of.length && known.of.every((one, at) => one === of[at])) {
      return known.answers
    }
    const found = await Promise.all(scene.picks.map(pick => answerOf(scene, pick)))
    const answers = found.filter(answer => answer !== null)
    this.fetched = { of, answers }
    return answers
  }
}

/** An answer that was picked, with its present verdict; null where it is not among the latest. */
export async function answerOf(
  on: StepAddress,
  { student, id }: { student: string; id: string },
): Promise<Answers[number] | null> {
  const rows = await attemptsAt(student, on, limits.attemptsShown)
  const row = rows.find(row => row.id === id)
  return row ? { student, answer: answeredText(row) } : null
}
