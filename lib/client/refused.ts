import type { Refusal, RefusalCode } from '@/lib/protocol/replies'
import { parseRefusal } from './parse'

/** The refusals that are final, because coming again changes nothing. */
const final: readonly RefusalCode[] = ['signed-out', 'forbidden', 'not-found', 'outdated']

export function isFinal({ code }: Refusal): boolean {
  return final.includes(code)
}

/** Why a handshake was refused, out of the error that Socket.IO makes of it; null where that cannot be read. */
export function handshakeRefusal(error: unknown): Refusal | null {
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : null
  return typeof data === 'object' && data !== null ? parseRefusal({ ok: false, ...data }) : null
}
