import { AskDoor } from '@/lib/protocol/http'
import { lookAtDoor } from '@/lib/server/auth/joining'
import { answering } from '../answering'

export const POST = answering(AskDoor, async (message, asking) => {
  const door = await lookAtDoor(message.code, asking.address)
  if (!door.ok) return door
  const { ok, ...body } = door
  return { ok, body }
})
