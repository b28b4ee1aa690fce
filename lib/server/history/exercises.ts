import { boardExercise } from '@/lib/classroom/board-view'
import type { BoardExercise } from '@/lib/protocol/board'
import { Bounded, keepMade } from '../bounded'
import { type VersionRecord, versionsById } from '../db/exercises'
import { sharedPool } from '../workers/shared-pool'

/** A version that a class works on, or once did. */
export interface Recorded {
  readonly exercise: BoardExercise
  /** Points by step. */
  readonly points: ReadonlyMap<string, number>
}

const made = new Bounded<Promise<Recorded | null>>(100)

/** The exercises in the order asked, without any that this engine cannot read, or cannot read right now. */
export async function recordedExercises(versions: readonly string[]): Promise<Recorded[]> {
  const missing = versions.filter(version => !made.has(version))
  for (const row of missing.length === 0 ? [] : await versionsById(missing)) {
    const making = keepMade(made, row.id, prepare(row))
    making.then(
      recorded => recorded ?? made.drop(row.id, making),
      () => undefined,
    )
  }
  const all = await Promise.all(versions.map(version => made.get(version) ?? null))
  return all.filter(recorded => recorded !== null)
}

async function prepare({ id: version, source }: VersionRecord): Promise<Recorded | null> {
  const outcome = await sharedPool().run('prepare', { version, source })
  if (!outcome.ok || !outcome.answer.view) return null
  const { view, draws } = outcome.answer
  const steps = view.flow.flatMap(part => (part.type === 'step' ? [part.step] : []))
  return {
    exercise: boardExercise(view, draws),
    points: new Map(steps.map(({ id, points }) => [id, points])),
  }
}
