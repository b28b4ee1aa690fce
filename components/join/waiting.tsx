'use client'

import { useEffect, useState } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { ReloadLine } from '@/components/ui/reload-line'
import { Sheet } from '@/components/ui/sheet'
import { Spinner } from '@/components/ui/spinner'
import { leave } from '@/lib/client/people'
import { waitAtDoor } from '@/lib/client/waiting'
import type { DoorAnswer } from '@/lib/protocol/people'
import { Joined } from './joined'

/** The page of somebody whom the teacher has to let in. It goes on by itself, also after a reload. */
export function Waiting({ classId, title, name }: { classId: string; title: string; name: string }) {
  const [answer, setAnswer] = useState<DoorAnswer>({ at: 'waiting', message: '' })
  const [outdated, setOutdated] = useState(false)
  useEffect(() => waitAtDoor(classId, { heard: setAnswer, outdated: () => setOutdated(true) }), [classId])
  if (answer.at === 'in') return <Joined classId={classId} here />
  const waiting = answer.at === 'waiting'
  return (
    <Sheet className="p-6 max-sm:p-5">
      {outdated && (
        <div className="mb-5">
          <ReloadLine>You keep your place: this page continues by itself after reloading.</ReloadLine>
        </div>
      )}
      <div role="status" data-testid="waiting" data-at={answer.at}>
        <h1 className="flex items-center gap-3 text-2xl font-semibold tracking-tight">
          {waiting && <Spinner />}
          {waiting ? 'Your teacher will let you in' : 'You are not in this class'}
        </h1>
        <p className="mt-3 text-ink-2">
          {waiting ? (
            <>
              You asked to join <strong className="font-semibold text-ink">{title}</strong> as{' '}
              <strong className="font-semibold text-ink">{name}</strong>. Stay on this page: it continues by
              itself.
            </>
          ) : (
            answer.message
          )}
        </p>
      </div>
      <p className="mt-5">
        {waiting ? (
          <Button onClick={() => void leave(classId).then(reply => reply.ok && location.assign('/join'))}>
            Ask with another name
          </Button>
        ) : (
          <LinkButton href="/join">Join again</LinkButton>
        )}
      </p>
    </Sheet>
  )
}
