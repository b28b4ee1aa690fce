import type { Subject } from '../argument'
import { text } from '../text'

/** What is said to somebody who wants to join a class, or waits at its door. */
export const door = {
  'door.not-waiting': () => text`You are no longer waiting to join.`,
  'door.locked': () => text`This class is not letting anyone new in right now. Ask your teacher.`,
  'door.many-joined': () => text`Many people have joined from here. Please wait a while.`,
  'door.full': () => text`This class is full.`,
  'door.pick-a-name': () => text`Pick your name from the class list.`,
  'door.type-number': ({ most }: { most: number }) =>
    text`Type your student number. A student number has at most ${most} letters and digits.`,
  'door.name-taken': () =>
    text`Somebody has joined with this name. If that was you, use your recovery code, or ask your teacher to let you in.`,
} satisfies Subject
