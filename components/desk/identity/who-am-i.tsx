'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Foldaway } from '@/components/ui/foldaway'
import { Later } from '@/components/ui/later'
import { ThemeToggle } from '@/components/ui/theme-toggle'

/** Few people ask for these, and the first brings the maker of QR codes along. */
const otherDevice = () => import('./other-device').then(module => module.OtherDevice)
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
        <Button size="small" kind="quiet" className={`shrink-0 ${inMenu}`} onClick={() => setOpen('device')}>
          Another device
        </Button>
        <ThemeToggle worded className={inMenu} />
      </Foldaway>
      <Dialog open={open === 'device'} onClose={() => setOpen(null)} title="Continue on another device">
        {open === 'device' && <Later load={otherDevice} props={{ classId }} />}
      </Dialog>
      <Dialog open={open === 'leave'} onClose={() => setOpen(null)} title={`This is ${name}’s desk`}>
        {open === 'leave' && (
          <Later load={leaveDesk} props={{ classId, name, waiting, onStay: () => setOpen(null) }} />
        )}
      </Dialog>
    </>
  )
}
