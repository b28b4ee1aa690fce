'use client'

import { type ComponentType, useEffect, useRef, useState } from 'react'
import { RecoveryCode } from '@/components/desk/identity/recovery-code'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Sheet } from '@/components/ui/sheet'
import { mayHaveLearned } from '@/lib/client/learn/database-name'
import { askRecovery } from '@/lib/client/people'

/**
 * What tells of exercises that were done before, fetched where somebody has learned on this device, because most who join a
 * class have not. Null too where it cannot be fetched: nothing is missing that one needs to go on.
 */
async function toldBefore(): Promise<ComponentType<{ classId: string }> | null> {
  try {
    return (await mayHaveLearned()) ? (await import('./done-before')).DoneBefore : null
  } catch {
    return null
  }
}

/**
 * Shown once after joining: the recovery code, and the way to the desk. `here` says that this is the desk's address.
 */
export function Joined({ classId, here = false }: { classId: string; here?: boolean }) {
  const [recovery, setRecovery] = useState<string | null | undefined>(undefined)
  const [Told, setTold] = useState<ComponentType<{ classId: string }> | null>(null)
  const inside = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    void askRecovery(classId).then(reply => setRecovery(reply.ok ? reply.recovery : null))
    void toldBefore().then(found => setTold(() => found))
    // The form is gone and the focus with it, so the focus comes here, where an extra Enter skips nothing.
    inside.current?.focus()
  }, [classId])
  return (
    <Sheet lit className="p-6 max-sm:p-5">
      <h1 ref={inside} tabIndex={-1} className="text-2xl font-semibold tracking-tight outline-none">
        You are in.
      </h1>
      <p className="mt-3 mb-4 text-ink-2">
        This is your recovery code. With it and the class code you can continue on another device, or here if
        this browser forgets you. Note it down; you also find it at your desk under “Another device”.
      </p>
      {recovery && <RecoveryCode code={recovery} />}
      {recovery === null && (
        <Notice tone="chalk">It could not be loaded just now. You can find it at your desk.</Notice>
      )}
      {Told && <Told classId={classId} />}
      <LinkButton
        kind="act"
        size="large"
        href={`/class/${classId}`}
        onClick={event => {
          if (!here) return
          // Already at the desk's address, so the page is refreshed to open the desk.
          event.preventDefault()
          location.reload()
        }}
        data-testid="to-the-desk"
        className="mt-5 w-full"
      >
        Go to my desk
      </LinkButton>
    </Sheet>
  )
}
