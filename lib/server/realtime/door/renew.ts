import { boardDoor } from '../../db/doors'
import { report } from '../../report'
import type { Room } from '../room/room'

const renewals = new WeakMap<Room, { running: Promise<void>; next: Promise<void> | null }>()

/**
 * Reads the door anew and tells the boards. Five hundred who come at once are a few readings, not five hundred; whoever calls
 * may rely on one that began afterwards.
 */
export function renewDoor(room: Room): Promise<void> {
  const going = renewals.get(room)
  if (going) {
    going.next ??= going.running.then(() => renewDoor(room))
    return going.next
  }
  const running = readDoor(room).finally(() => renewals.delete(room))
  renewals.set(room, { running, next: null })
  return running
}

async function readDoor(room: Room): Promise<void> {
  try {
    const door = await boardDoor(room.record.id)
    if (door) room.changeDoor(door)
  } catch (error) {
    report('the door could not be read', error)
  }
}
