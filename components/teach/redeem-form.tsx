'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useHydrated } from '@/components/ui/use-hydrated'
import { redeem } from '@/lib/client/teach'
import { limits } from '@/lib/protocol/limits'
import { PassphraseForm } from './passphrase-form'

interface RedeemFormProps {
  token: string
  kind: 'owner-first' | 'owner' | 'invite'
  /** Id of the class whose board is shown then, instead of the teacher's home. */
  board?: string | null
}

/** The address with the token does not stay in the browser's history. */
function enter(): void {
  window.location.replace('/teach')
}

function enterBoard(id: string): void {
  window.location.replace(`/teach/class/${id}`)
}

/** The button behind a one-time link. Only it redeems; whoever opens the page, or a link preview, does not. */
export function RedeemForm({ token, kind, board = null }: RedeemFormProps) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [inside, setInside] = useState(false)
  const hydrated = useHydrated()
  const comesAnew = kind !== 'owner'

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (busy) return
    const typed = new FormData(event.currentTarget)
    const fields = comesAnew
      ? { name: String(typed.get('name') ?? ''), passphrase: String(typed.get('passphrase') ?? '') }
      : {}
    setBusy(true)
    setError(null)
    const reply = await redeem(token, fields)
    if (reply.ok && board !== null) {
      enterBoard(board)
      return
    }
    if (reply.ok && comesAnew) {
      enter()
      return
    }
    setBusy(false)
    if (reply.ok) setInside(true)
    else setError(reply.message)
  }

  if (inside) {
    return (
      <div className="space-y-5">
        <Notice tone="right">You are in.</Notice>
        <p className="text-ink-2">
          If you have forgotten your passphrase, set a new one now. It signs you in on your other devices.
        </p>
        <PassphraseForm onDone={enter} />
        <Button kind="plain" size="large" className="w-full" onClick={enter}>
          Keep the old one and continue
        </Button>
      </div>
    )
  }

  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      {comesAnew && (
        <>
          <Field
            label="Your name, for signing in and for colleagues"
            name="name"
            data-testid="teacher-name"
            big
            autoComplete="username"
            autoFocus
            required
          />
          <Field
            label="A passphrase, for signing in on any device"
            name="passphrase"
            type="password"
            data-testid="teacher-passphrase"
            big
            autoComplete="new-password"
            required
            hint={`At least ${limits.passphraseMin} characters; a few words in a row are easiest to remember.`}
          />
        </>
      )}
      {error && (
        <Notice tone="wrong" urgent>
          {error}
        </Notice>
      )}
      <Button
        type="submit"
        kind="act"
        size="large"
        busy={busy}
        disabled={!hydrated}
        data-testid="redeem"
        className="w-full"
      >
        {kind === 'invite' ? 'Join as a teacher' : 'Open Chalkgrad as its owner'}
      </Button>
    </form>
  )
}
