import type { Subject } from '../argument'
import { text } from '../text'

/** What is said to somebody who waits at the door of a class. */
export const door = {
  'door.not-waiting': () => text`You are no longer waiting to join.`,
} satisfies Subject
