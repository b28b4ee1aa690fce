import { chosenVersions, classById } from '../../db/classes'
import { boardDoor } from '../../db/doors'
import { mergedInto } from '../../db/people'
import { stateFromRows } from './from-rows'
import { openRoom } from './open-room'
import { chosenOf, type Room } from './room'
import type { Shelf } from './shelf'

const sweepMs = 60_000
const keepEmptyMs = 5 * 60_000

/** The rooms of the classes in which somebody is. A room is rebuilt from its rows when the first person comes. */
export class Rooms {
  private readonly rooms = new Map<string, Promise<Room | null>>()
  private readonly sweeping = setInterval(() => void this.sweep(), sweepMs).unref()

  constructor(private readonly shelf: Shelf) {}

  /** Null where there is no such class. Rejects with `NotPrepared` where its exercises cannot be read now. */
  of(classId: string): Promise<Room | null> {
    let room = this.rooms.get(classId)
    if (!room) {
      room = this.rebuild(classId)
      this.rooms.set(classId, room)
      const forget = () => this.rooms.delete(classId)
      room.then(found => found ?? forget(), forget)
    }
    return room
  }

  /** The class is deleted. */
  forget(classId: string): void {
    this.rooms.delete(classId)
  }

  async close(): Promise<void> {
    clearInterval(this.sweeping)
    for (const room of this.rooms.values()) (await room.catch(() => null))?.close()
    this.rooms.clear()
  }

  private async rebuild(classId: string): Promise<Room | null> {
    const record = await classById(classId)
    if (!record) return null
    const exercises = await this.shelf.of(await chosenVersions(classId))
    const state = await stateFromRows(classId, chosenOf(exercises))
    const door = await boardDoor(classId)
    if (!door) return null
    return openRoom({ record, state, exercises, shelf: this.shelf, door, merged: await mergedInto(classId) })
  }

  private async sweep(): Promise<void> {
    const before = Date.now() - keepEmptyMs
    for (const [classId, promise] of [...this.rooms]) {
      const room = await promise.catch(() => null)
      if (!room || room.emptySince === null || room.emptySince > before || room.lanes.busy) continue
      this.rooms.delete(classId)
      room.close()
    }
  }
}
