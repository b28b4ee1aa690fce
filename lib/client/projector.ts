import type { PublicExercise } from '@/lib/protocol/exercise'
import type { ProjectorView } from '@/lib/protocol/projector'
import type { Refusal } from '@/lib/protocol/replies'
import { type ProjectorContract, projectorContract } from '@/lib/protocol/wire/projector'
import { Connection } from './connection'

/** Everything that the projector's page shows. Replaced whole with every change. */
export interface Projection {
  readonly phase: 'loading' | 'open' | 'ended'
  readonly ended: string | null
  readonly connected: boolean
  /** This page cannot read what the server says, or is refused for its age: it has to be loaded again. */
  readonly outdated: boolean
  /** The last that is known; it stays while the connection is lost. */
  readonly view: ProjectorView | null
  /** The picture, which comes with one view only; null where none was shown. */
  readonly pictured: PublicExercise | null
  /** When the countdown ends, on the clock of `performance.now()`; null without one. */
  readonly endsAt: number | null
}

export const emptyProjection: Projection = {
  phase: 'loading',
  ended: null,
  connected: false,
  outdated: false,
  view: null,
  pictured: null,
  endsAt: null,
}

/** The live projector of one class; it comes back by itself while the page is open. */
export class ProjectorSession {
  private current = emptyProjection
  private readonly listeners = new Set<() => void>()
  private connection: Connection<ProjectorContract> | null = null

  constructor(private readonly classId: string) {}

  readonly projection = (): Projection => this.current

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  open(): void {
    const connection: Connection<ProjectorContract> = new Connection(
      projectorContract,
      { class: this.classId },
      {
        connected: () => void connection.enter(),
        lost: () => this.set({ connected: false }),
        ended: refusal => this.end(refusal),
        unreadable: (_name, taken) => {
          this.set({ outdated: true })
          taken()
        },
      },
      {
        view: (view, shown) => {
          this.take(view)
          shown()
        },
      },
    )
    this.connection = connection
  }

  close(): void {
    this.connection?.close()
    this.connection = null
  }

  private take(view: ProjectorView): void {
    const { scene, countdown } = view
    const pictured = scene.what === 'network' && scene.exercise ? scene.exercise : this.current.pictured
    const endsAt = countdown && performance.now() + countdown.remainingMs
    this.set({ phase: 'open', ended: null, connected: true, view, pictured, endsAt })
  }

  private end({ code, message }: Refusal): void {
    this.close()
    const why = code === 'outdated' ? { outdated: true } : { phase: 'ended' as const, ended: message }
    this.set({ ...why, connected: false })
  }

  private set(change: Partial<Projection>): void {
    this.current = { ...this.current, ...change }
    for (const listener of this.listeners) listener()
  }
}
