'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import { nameCoTeacher } from '@/lib/client/teach'

export interface Colleague {
  readonly id: string
  readonly name: string
  readonly named: boolean
}

interface CoTeachersDialogProps {
  classId: string
  colleagues: readonly Colleague[]
  open: boolean
  onClose: () => void
}

/** The teachers of this server who also see this board; the class's owner chooses them. */
export function CoTeachersDialog({ classId, colleagues, open, onClose }: CoTeachersDialogProps) {
  const router = useRouter()
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
      {colleagues.length === 0 ? (
        <p className="text-ink-2">
          There is no other teacher on this server yet. The owner can invite one by link, on the page “Teach”.
        </p>
      ) : (
        <>
          <p className="mb-3 text-[0.95rem] text-ink-2">
            They see this board and what students typed, and can choose exercises as you can.
          </p>
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
        </>
      )}
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
