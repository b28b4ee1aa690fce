'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { InviteButton } from '@/components/teach/invite-button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import { nameCoTeacher } from '@/lib/client/teach'

export interface Colleague {
  readonly id: string
  readonly name: string
  readonly named: boolean
}

export interface Staff {
  /** The other teachers of this server. */
  readonly colleagues: readonly Colleague[]
  /** The name of the server's owner, who alone invites more; null where that is the one who looks at this. */
  readonly invitedBy: string | null
}

interface CoTeachersDialogProps {
  classId: string
  staff: Staff
  /** Where the server can be reached, as it knows itself. */
  addresses: readonly string[]
  open: boolean
  onClose: () => void
}

/** The teachers of this server who also see this board; the class's owner chooses them. */
export function CoTeachersDialog({ classId, staff, addresses, open, onClose }: CoTeachersDialogProps) {
  const router = useRouter()
  const { colleagues, invitedBy } = staff
  /** What was ticked here; it wins over what the page was rendered with. */
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)

  const isNamed = ({ id, named }: Colleague) => ticked.get(id) ?? named

  async function name(colleague: Colleague): Promise<void> {
    if (busy) return
    const named = !isNamed(colleague)
    setBusy(true)
    setTicked(new Map(ticked).set(colleague.id, named))
    const reply = await nameCoTeacher(classId, colleague.id, named)
    setBusy(false)
    setError(reply.ok ? null : reply.message)
    if (reply.ok) router.refresh()
    else setTicked(new Map(ticked).set(colleague.id, !named))
  }

  return (
    <Dialog open={open} onClose={onClose} title="Co-teachers">
      <p className="mb-3 text-[0.95rem] text-ink-2">
        They see this board and what students typed, and can choose exercises as you can.
      </p>
      {colleagues.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {colleagues.map(colleague => (
            <li key={colleague.id}>
              <label className="flex min-h-12 cursor-pointer items-center gap-3">
                <input
                  type="checkbox"
                  checked={isNamed(colleague)}
                  aria-busy={busy || undefined}
                  onChange={() => void name(colleague)}
                  className="size-4.5 accent-[var(--right)]"
                />
                <span className="truncate">{colleague.name}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-4">
        {invitedBy === null ? (
          <>
            <p className="mb-3 text-[0.95rem] text-ink-2">
              {colleagues.length === 0 ? 'Nobody else teaches on this server yet. ' : 'Somebody is missing? '}
              Whoever comes by a link from here co-teaches this class at once.
            </p>
            <InviteButton addresses={addresses} classId={classId} />
          </>
        ) : (
          <p className="text-[0.95rem] text-ink-2">
            {colleagues.length === 0 && 'Nobody else teaches on this server yet. '}
            {invitedBy}, who owns this server, invites more teachers by link.
          </p>
        )}
      </div>
      {error && (
        <div className="mt-3">
          <Notice tone="wrong" urgent>
            <Sentence text={error} />
          </Notice>
        </div>
      )}
    </Dialog>
  )
}
