'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useHydrated } from '@/components/ui/use-hydrated'
import { openClass } from '@/lib/client/teach'
import { limits } from '@/lib/protocol/limits'

export function OpenClassForm({ first }: { first: boolean }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const hydrated = useHydrated()

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (busy) return
    const title = String(new FormData(event.currentTarget).get('title') ?? '').trim()
    if (title === '') {
      setError('Give the class a title, such as “ML 101, Tuesday”.')
      return
    }
    setBusy(true)
    const reply = await openClass(title)
    if (reply.ok) {
      router.push(`/teach/class/${reply.class}`)
      return
    }
    setBusy(false)
    setError(reply.message)
  }

  return (
    <form onSubmit={submit} noValidate className="flex items-start gap-3 max-sm:flex-col">
      <Field
        label={first ? 'Title of your first class' : 'Title of a new class'}
        name="title"
        data-testid="class-title"
        placeholder="ML 101, Tuesday"
        autoComplete="off"
        maxLength={limits.titleChars}
        error={error}
        onChange={() => setError(null)}
        className="min-w-0 flex-1 max-sm:w-full"
      />
      <Button
        type="submit"
        kind="act"
        busy={busy}
        disabled={!hydrated}
        data-testid="open-class"
        className="mt-[1.7rem] min-h-11 max-sm:mt-0 max-sm:w-full"
      >
        Open a class
      </Button>
    </form>
  )
}
