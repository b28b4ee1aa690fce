import type { ClassEvent } from '@/lib/classroom/events'
import type { ClassState } from '@/lib/classroom/state'
import type { DeskLink } from '../desk/desk-link'

/** Somebody who follows a class and is told of each change of its state. */
export interface Watcher {
  mark(before: ClassState, after: ClassState, event: ClassEvent): void
  /** The door of the class changed. */
  markDoor?(): void
  /** A student's page came. */
  greet?(page: DeskLink): void
  stop(): void
}
