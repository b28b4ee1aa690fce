'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { leave } from '@/lib/client/people'

interface LeaveDeskProps {
  classId: string
  name: string
  /** Answers that the server does not have yet. */
  waiting: number
  onStay: () => void
}

/** Asks whether somebody is signed out of this browser, and does it. */
export function LeaveDesk({ classId, name, waiting, onStay }: LeaveDeskProps) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function go(): Promise<void> {
    setBusy(true)
    const reply = await leave(classId)
    setBusy(false)
    if (reply.ok) location.assign('/join')
    else setTrouble(reply.message)
  }

  return (
    <div className="space-y-4 text-[0.95rem]">
      <p>
        If you are somebody else, sign {name} out of this browser and join with your own name. {name}’s
        answers stay on the server, and the recovery code opens this desk again.
      </p>
      {waiting > 0 && (
        <Notice tone="chalk">
          {waiting === 1 ? 'One answer has' : `${waiting} answers have`} not reached the server yet. Stay
          until it says “All saved”.
        </Notice>
      )}
      {trouble && <Notice tone="wrong">{trouble}</Notice>}
      <div className="flex flex-wrap gap-2.5">
        <Button kind="act" onClick={onStay}>
          Stay as {name}
        </Button>
        <Button busy={busy} onClick={() => void go()}>
          Sign {name} out
        </Button>
      </div>
    </div>
  )
}
