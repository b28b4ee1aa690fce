'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { setPassphrase } from '@/lib/client/teach'
import { limits } from '@/lib/protocol/limits'

/** Sets the passphrase of the teacher who is signed in. */
export function PassphraseForm({ onDone }: { onDone?: () => void }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [done, setDone] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    setBusy(true)
    const reply = await setPassphrase(String(new FormData(form).get('passphrase') ?? ''))
    setBusy(false)
    setError(reply.ok ? null : reply.message)
    setDone(reply.ok)
    if (!reply.ok) return
    form.reset()
    onDone?.()
  }

  return (
    <form onSubmit={submit} noValidate className="space-y-3">
      <Field
        label="New passphrase"
        name="passphrase"
        type="password"
        autoComplete="new-password"
        required
        error={error}
        hint={`At least ${limits.passphraseMin} characters. Other devices are signed out.`}
        onChange={() => setDone(false)}
      />
      <Button type="submit" busy={busy} className="w-full">
        Set the passphrase
      </Button>
      {done && !onDone && (
        <Notice tone="right">Your passphrase is set. It signs you in on any device.</Notice>
      )}
    </form>
  )
}
