'use client'

import { useEffect, useState } from 'react'
import { Notice } from '@/components/ui/notice'
import { askRecovery } from '@/lib/client/people'
import { DevicePass } from './device-pass'
import { RecoveryCode } from './recovery-code'

/** How a student goes on at another device: by a QR code now, by the recovery code at any time. */
export function OtherDevice({ classId }: { classId: string }) {
  const [recovery, setRecovery] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    let mounted = true
    void askRecovery(classId).then(reply => {
      if (!mounted) return
      if (reply.ok) setRecovery(reply.recovery)
      else setTrouble(reply.message)
    })
    return () => {
      mounted = false
    }
  }, [classId])
  return (
    <>
      {trouble && <Notice tone="wrong">{trouble}</Notice>}
      <DevicePass classId={classId} />
      <details className="mt-4 border-t border-line pt-3" open={trouble !== null || undefined}>
        <summary className="min-h-9 cursor-pointer text-[0.95rem] font-medium">
          Your recovery code, for later
        </summary>
        {recovery && <RecoveryCode code={recovery} />}
        <p className="mt-3 text-[0.95rem] text-ink-2">
          With it and the class code you can come back at any time: choose “Continue from another device” on
          the page for joining. Keep it to yourself: anyone who has it can open your desk.
        </p>
      </details>
    </>
  )
}
