'use client'

import { useState } from 'react'
import { Joined } from '@/components/join/joined'
import { Button, LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Sheet } from '@/components/ui/sheet'
import type { DeskHere } from '../desks-here'
import { JoinForm } from './join-form'

interface JoinDoorProps {
  code: string
  recover: boolean
  desks: readonly DeskHere[]
}

type Stage = { at: 'desks' } | { at: 'join' } | { at: 'recover' } | { at: 'joined'; classId: string }

/** The way in: whose desk is open here, a new name, or a recovery code; then the recovery code, once, and the desk. */
export function JoinDoor({ code, recover, desks }: JoinDoorProps) {
  const [known, setKnown] = useState(code)
  const [stage, setStage] = useState<Stage>({ at: recover ? 'recover' : desks.length > 0 ? 'desks' : 'join' })

  if (stage.at === 'joined') return <Joined classId={stage.classId} />
  if (stage.at === 'desks') {
    return (
      <section>
        <h1 className="text-3xl font-bold tracking-tight">Welcome back</h1>
        {desks.map(desk => (
          <Sheet key={desk.classId} className="mt-5 p-5">
            <p className="text-ink-2">
              This computer has <strong className="font-semibold text-ink">{desk.name}</strong>’s desk open in{' '}
              <strong className="font-semibold text-ink">{desk.title}</strong>.
            </p>
            <div className="mt-4 flex flex-wrap gap-2.5">
              <LinkButton kind="act" href={`/class/${desk.classId}`} data-testid="continue-as">
                Continue as {desk.name}
              </LinkButton>
              <Button data-testid="someone-else" onClick={() => setStage({ at: 'join' })}>
                I am someone else
              </Button>
            </div>
          </Sheet>
        ))}
      </section>
    )
  }
  const recovering = stage.at === 'recover'
  const replaced = desks[0]
  return (
    <section>
      <h1 className="text-3xl font-bold tracking-tight">
        {recovering ? 'Continue from another device' : 'Join the class'}
      </h1>
      <p className="mt-2 mb-6 text-ink-2">
        {recovering
          ? 'Enter the class code and the recovery code that you noted when you joined.'
          : 'The code is on the board. You need no account, only a name.'}
      </p>
      {replaced && !recovering && (
        <div className="mb-5">
          <Notice tone="chalk">
            Joining {replaced.title} as someone else closes {replaced.name}’s desk in this browser. The
            recovery code opens it again.
          </Notice>
        </div>
      )}
      <JoinForm
        key={stage.at}
        code={known}
        recovering={recovering}
        onRecover={typed => {
          setKnown(typed)
          setStage({ at: 'recover' })
        }}
        onJoined={(classId, waiting) => {
          // A student who waits does so at the desk's address, where a reload shows the same.
          if (recovering || waiting) location.assign(`/class/${classId}`)
          else setStage({ at: 'joined', classId })
        }}
      />
      <p className="mt-6 text-[0.95rem] text-ink-2">
        <button
          type="button"
          onClick={() => setStage({ at: recovering ? 'join' : 'recover' })}
          className="min-h-10 text-left underline underline-offset-2 hover:text-ink"
        >
          {recovering ? 'Join with a new name instead' : 'Continue from another device'}
        </button>
        {' · '}
        {recovering && (
          <>
            <a href="/join/device" className="underline underline-offset-2 hover:text-ink">
              My other device shows a code
            </a>
            {' · '}
          </>
        )}
        <a href="/" className="underline underline-offset-2 hover:text-ink">
          Back
        </a>
      </p>
    </section>
  )
}
