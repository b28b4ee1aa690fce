'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useHydrated } from '@/components/ui/use-hydrated'
import { signIn } from '@/lib/client/teach'

export function SignInForm() {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<{ at: 'name' | 'passphrase'; words: string } | null>(null)
  const hydrated = useHydrated()

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    const fields = new FormData(form)
    const [name, passphrase] = [String(fields.get('name') ?? ''), String(fields.get('passphrase') ?? '')]
    const complain = (at: 'name' | 'passphrase', words: string) => {
      setError({ at, words })
      form.querySelector<HTMLInputElement>(`[name="${at}"]`)?.focus()
    }
    if (name.trim() === '') return complain('name', 'Type your name.')
    if (passphrase === '') return complain('passphrase', 'Type your passphrase.')
    setBusy(true)
    const reply = await signIn(name, passphrase)
    if (reply.ok) {
      // A whole load: nothing of the page before knows who one is now.
      window.location.assign('/teach')
      return
    }
    setBusy(false)
    complain('passphrase', reply.message)
  }

  const at = (field: 'name' | 'passphrase') => (error?.at === field ? error.words : null)
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <Field
        label="Name"
        name="name"
        data-testid="teacher-name"
        big
        autoComplete="username"
        autoFocus
        required
        error={at('name')}
      />
      <Field
        label="Passphrase"
        name="passphrase"
        type="password"
        data-testid="teacher-passphrase"
        big
        autoComplete="current-password"
        required
        error={at('passphrase')}
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
