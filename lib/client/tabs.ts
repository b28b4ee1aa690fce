import * as z from 'zod/mini'
import { KeptAddress, type StepAddress } from '@/lib/protocol/step-address'

const TabMessage = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('draft'),
    ...KeptAddress.shape,
    cells: z.nullable(z.array(z.string())),
  }),
  z.strictObject({ kind: z.literal('delivered'), id: z.string() }),
])
export type TabMessage =
  | ({ kind: 'draft'; cells: readonly string[] | null } & StepAddress)
  | { kind: 'delivered'; id: string }

export interface TabChannel {
  send(message: TabMessage): void
  close(): void
}

/** Messages between the tabs of one student in one browser; none where the browser has no BroadcastChannel. */
export function openTabs(student: string, heard: (message: TabMessage) => void): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { send() {}, close() {} }
  const channel = new BroadcastChannel(`chalkgrad-${student}`)
  channel.onmessage = event => {
    // A tab may run another version of these pages.
    const parsed = TabMessage.safeParse(event.data)
    if (parsed.success) heard(parsed.data)
  }
  return { send: message => channel.postMessage(message), close: () => channel.close() }
}
