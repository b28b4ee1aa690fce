'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Foldaway } from '@/components/ui/foldaway'
import { Later } from '@/components/ui/later'
import { Notice } from '@/components/ui/notice'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { askRecovery } from '@/lib/client/people'
import { RecoveryCode } from './recovery-code'

/** Few people ask for it, and it brings the maker of QR codes along. */
const devicePass = () => import('./device-pass').then(module => module.DevicePass)
const leaveDesk = () => import('./leave-desk').then(module => module.LeaveDesk)

interface WhoAmIProps {
  classId: string
  name: string
  /** Answers that the server does not have yet. */
  waiting: number
}

/** A row of the menu that it is on phones. */
const inMenu =
  'max-sm:min-h-11 max-sm:justify-start max-sm:px-3 max-sm:text-left max-sm:text-[0.95rem] max-sm:font-normal'

/** Says whose desk this is, because several people may use one computer, and leads to another device. */
export function WhoAmI({ classId, name, waiting }: WhoAmIProps) {
  const [open, setOpen] = useState<'device' | 'leave' | null>(null)
  const [recovery, setRecovery] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)

  async function show(): Promise<void> {
    setOpen('device')
    setTrouble(null)
    const reply = await askRecovery(classId)
    if (reply.ok) setRecovery(reply.recovery)
    else setTrouble(reply.message)
  }

  return (
    <>
      <Foldaway label={`${name}: this desk and its look`}>
        <span
          data-testid="whoami"
          className="max-w-40 min-w-0 truncate text-[0.9rem] font-semibold max-sm:max-w-none max-sm:px-3 max-sm:py-2"
        >
          {name}
        </span>
        <button
          type="button"
          data-testid="not-you"
          onClick={() => setOpen('leave')}
          className={`min-h-10 shrink-0 rounded-cell px-1 text-[0.9rem] text-ink-2 underline-offset-2 hover:text-ink hover:underline ${inMenu}`}
        >
          not you?
        </button>
        <Button size="small" kind="quiet" className={`shrink-0 ${inMenu}`} onClick={() => void show()}>
          Another device
        </Button>
        <ThemeToggle worded className={inMenu} />
      </Foldaway>
      <Dialog open={open === 'device'} onClose={() => setOpen(null)} title="Continue on another device">
        {trouble && <Notice tone="wrong">{trouble}</Notice>}
        {open === 'device' && <Later load={devicePass} props={{ classId }} />}
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
      </Dialog>
      <Dialog open={open === 'leave'} onClose={() => setOpen(null)} title={`This is ${name}’s desk`}>
        {open === 'leave' && (
          <Later load={leaveDesk} props={{ classId, name, waiting, onStay: () => setOpen(null) }} />
        )}
      </Dialog>
    </>
  )
}
