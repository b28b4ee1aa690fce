'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useHydrated } from '@/components/ui/use-hydrated'
import { signIn } from '@/lib/client/teach'

export function SignInForm() {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const hydrated = useHydrated()

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (busy) return
    const fields = new FormData(event.currentTarget)
    setBusy(true)
    const reply = await signIn(String(fields.get('name') ?? ''), String(fields.get('passphrase') ?? ''))
    if (reply.ok) {
      // A whole load: nothing of the page before knows who one is now.
      window.location.assign('/teach')
      return
    }
    setBusy(false)
    setError(reply.message)
  }

  return (
    <form onSubmit={submit} className="space-y-4">
      <Field
        label="Name"
        name="name"
        data-testid="teacher-name"
        big
        autoComplete="username"
        autoFocus
        required
      />
      <Field
        label="Passphrase"
        name="passphrase"
        type="password"
        data-testid="teacher-passphrase"
        big
        autoComplete="current-password"
        required
        error={error}
      />
      <Button
        type="submit"
        kind="act"
        size="large"
        busy={busy}
        disabled={!hydrated}
        data-testid="sign-in"
        className="w-full"
      >
        Sign in
      </Button>
    </form>
  )
}
