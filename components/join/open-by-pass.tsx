'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useHydrated } from '@/components/ui/use-hydrated'
import { openByPass } from '@/lib/client/people'

/** Opens the desk on a second device by the QR or the typed code of the first. Looking at the link uses nothing up. */
export function OpenByPass({ pass }: { pass: string }) {
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const hydrated = useHydrated()

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (busy) return
    const typed = String(new FormData(event.currentTarget).get('pass') ?? '')
    if (typed.trim() === '') return setError('Enter the code that the other device shows.')
    setBusy(true)
    const reply = await openByPass(typed)
    if (reply.ok) return location.assign(`/class/${reply.class}`)
    setBusy(false)
    setError(reply.message)
  }

  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <Field
        label="The code that your other device shows"
        name="pass"
        data-testid="pass"
        big
        defaultValue={pass}
        error={error}
        onChange={() => setError(null)}
        placeholder="B3GH-8KTN"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Button
        type="submit"
        kind="act"
        size="large"
        busy={busy}
        disabled={!hydrated}
        data-testid="open-by-pass"
        className="w-full"
      >
        Open my desk here
      </Button>
    </form>
  )
}
