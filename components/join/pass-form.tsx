'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useHydrated } from '@/components/ui/use-hydrated'

interface PassFormProps {
  /** The code that a link brought, filled in; '' without one. */
  pass: string
  label: string
  /** Said where nothing was typed. */
  missing: string
  does: string
  testid: string
  busy: boolean
  /** Does what the code is for; resolves to why it was not done, or null. */
  onCode: (typed: string) => Promise<string | null>
}

/** Takes the code that another device shows. */
export function PassForm({ pass, label, missing, does, testid, busy, onCode }: PassFormProps) {
  const [error, setError] = useState<string | null>(null)
  const hydrated = useHydrated()

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (busy) return
    const typed = String(new FormData(event.currentTarget).get('pass') ?? '')
    setError(typed.trim() === '' ? missing : await onCode(typed))
  }

  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <Field
        label={label}
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
        data-testid={testid}
        className="w-full"
      >
        {does}
      </Button>
    </form>
  )
}
