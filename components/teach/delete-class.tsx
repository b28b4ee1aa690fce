'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { commandClass } from '@/lib/client/class-command'

interface DeleteClassProps {
  classId: string
  title: string
  students: number
}

/** Asks once, and names what goes. */
export function DeleteClass({ classId, title, students }: DeleteClassProps) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function remove(): Promise<void> {
    setBusy(true)
    const reply = await commandClass(classId, { do: 'delete-class' })
    setBusy(false)
    setError(reply.ok ? null : reply.message)
    if (!reply.ok) return
    setOpen(false)
    router.refresh()
  }

  return (
    <>
      <Button
        size="small"
        kind="quiet"
        data-testid="delete-class"
        aria-label={`Delete ${title}`}
        onClick={() => setOpen(true)}
      >
        Delete
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Delete ${title}?`}>
        <div className="space-y-4 text-[0.95rem]">
          <p>
            This deletes the class with {students === 1 ? 'its student' : `its ${students} students`}, every
            answer, every recovery code, its list and its history. Open desks and boards close at once. Your
            exercises stay. It cannot be undone.
          </p>
          {error && (
            <Notice tone="wrong" urgent>
              {error}
            </Notice>
          )}
          <div className="flex flex-wrap gap-2.5">
            <Button kind="danger" busy={busy} data-testid="delete-class-sure" onClick={() => void remove()}>
              Delete the class
            </Button>
            <Button onClick={() => setOpen(false)}>Keep it</Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
