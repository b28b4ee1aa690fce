import { type RosterRead, readRoster } from '@/lib/classroom/roster'
import { limits } from '@/lib/protocol/limits'
import type { RosterReading } from '@/lib/protocol/people'
import { message } from '@/lib/words/message'
import { sentenceOf } from '@/lib/words/sentence'
import { rosterOf } from '../../db/doors'
import type { Room } from '../room/room'

/** The roster as it would be read, or (text null) as it is stored. */
export async function lookAtRoster(room: Room, text: string | null): Promise<RosterReading> {
  if (text !== null) {
    const { lines, faults } = readWithin(text)
    return { lines, errors: faults.map(({ line, fault }) => ({ line, message: sentenceOf(fault) })) }
  }
  const lines = await rosterOf(room.record.id)
  return { lines: lines.map(({ name, number }) => ({ name, number })), errors: [] }
}

export function readWithin(text: string): RosterRead {
  if (Buffer.byteLength(text) <= limits.rosterBytes) return readRoster(text)
  return { lines: [], faults: [{ line: 1, fault: message('roster.too-long') }] }
}
