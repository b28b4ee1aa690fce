'use client'

import { useState } from 'react'
import type { Due } from '@/components/ui/due'
import { Later } from '@/components/ui/later'
import type { Change } from '@/lib/client/away'
import type { DeskSession } from '@/lib/client/desk-session'
import type { DeskView } from '@/lib/client/desk-view'
import type { StepAddress } from '@/lib/protocol/step-address'
import { talkTold } from '../talk/talk-told'
import { useRead } from '../talk/use-read'
import { awayTold } from './away-told'
import { deskTold, standingTold } from './desk-told'
import { NoticeStrip } from './notice-strip'
import { paceTold } from './pace-told'

const pollDialog = () => import('../talk/poll-dialog').then(module => module.PollDialog)

interface NoticesProps {
  session: DeskSession | null
  view: DeskView
  student: string
  /** The step that is unfolded. */
  here: { readonly version: string | null; readonly step: string | null }
  /** The time of the class, or of a step, has run out. */
  over: boolean
  due: Due | null
  /** What changed while the student was away. */
  changes: readonly Change[]
  onDismissChanges: () => void
  onGo: (to: StepAddress) => void
}

/** Everything that a student is told, in one place, and the dialog of the teacher's question. */
export function Notices(props: NoticesProps) {
  const { session, view, student, here, over, due, changes, onDismissChanges, onGo } = props
  const { read, putAway } = useRead(student)
  const [asking, setAsking] = useState(false)
  const { poll } = view.talk
  // A question that the teacher takes away closes its dialog for good: shown again, it is a notice first.
  if (poll === null && asking) setAsking(false)
  const means = { view, here, read, onGo, putAway }
  return (
    <>
      <NoticeStrip
        at={`${here.version} ${here.step}`}
        notices={[
          ...deskTold(view),
          ...talkTold({ ...means, onAnswer: () => setAsking(true) }),
          ...paceTold({ ...means, over }),
          ...awayTold({ view, changes, onGo, onDismiss: onDismissChanges }),
          ...standingTold(view, due),
        ]}
      />
      {/* It is fetched while its notice is read, so that it opens at once. */}
      {poll && (
        <Later
          load={pollDialog}
          props={{ session, view, poll, open: asking, onClose: () => setAsking(false) }}
        />
      )}
    </>
  )
}
