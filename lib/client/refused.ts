import { Refusal, type RefusalCode, refuse } from '@/lib/protocol/replies'
import { parseMessage } from './parse'

/** Why one was turned away for good: coming again changes nothing. */
const final: readonly RefusalCode[] = ['signed-out', 'forbidden', 'not-found']

export function isFinal({ code }: Refusal): boolean {
  return final.includes(code)
}

/** Why a handshake was refused, out of the error that Socket.IO makes of it; null where that cannot be read. */
export function handshakeRefusal(error: unknown): Refusal | null {
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : null
  const said = typeof data === 'object' && data !== null ? data : refuse('failed', '')
  return parseMessage(Refusal, { ok: false, ...said })
}
