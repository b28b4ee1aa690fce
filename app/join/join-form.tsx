'use client'

import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useHydrated } from '@/components/ui/use-hydrated'
import { join, recover } from '@/lib/client/people'
import { classCodeLength, foldCode, recoveryCodeLength, showCode } from '@/lib/protocol/ids'
import type { Refusal } from '@/lib/protocol/replies'

interface JoinFormProps {
  code: string
  recovering: boolean
  /** The button stays busy until it is done. */
  onJoined: (classId: string) => void | Promise<void>
}

type Trouble = { field: 'code' | 'second' | 'form'; message: string }

export function JoinForm({ code, recovering, onJoined }: JoinFormProps) {
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const hydrated = useHydrated()

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || !form.current) return
    // Read from the fields themselves: what was typed before the script came counts too.
    const fields = new FormData(form.current)
    const [typedCode, second] = [String(fields.get('code') ?? ''), String(fields.get('second') ?? '')]
    const early = checkHere(typedCode, second, recovering)
    if (early) return complain(early)
    setBusy(true)
    setTrouble(null)
    const reply = recovering ? await recover(typedCode, second) : await join(typedCode, second)
    if (reply.ok) await onJoined(reply.class)
    else complain({ field: fieldOf(reply, recovering), message: reply.message })
    setBusy(false)
  }

  function complain(found: Trouble): void {
    setTrouble(found)
    const name = found.field === 'form' ? 'code' : found.field
    form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus()
  }

  const at = (field: Trouble['field']) => (trouble?.field === field ? trouble.message : null)
  return (
    <form ref={form} onSubmit={submit} noValidate className="space-y-4">
      <Field
        label="Class code"
        name="code"
        data-testid="join-code"
        big
        defaultValue={code === '' ? '' : showCode(code)}
        error={at('code')}
        placeholder="K7MX-4RQ"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        autoFocus={code === ''}
      />
      {recovering ? (
        <Field
          label="Recovery code"
          name="second"
          data-testid="join-recovery"
          big
          error={at('second')}
          placeholder="B3GH-8KTN"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus={code !== ''}
        />
      ) : (
        <Field
          label="Your name, as your teacher knows you"
          name="second"
          data-testid="join-name"
          big
          error={at('second')}
          autoComplete="off"
          spellCheck={false}
          autoFocus={code !== ''}
        />
      )}
      {at('form') && (
        <Notice tone="wrong" urgent>
          {at('form')}
        </Notice>
      )}
      <Button
        type="submit"
        kind="act"
        size="large"
        busy={busy}
        disabled={!hydrated}
        data-testid="join-submit"
        className="w-full"
      >
        {recovering ? 'Open my desk' : 'Join the class'}
      </Button>
    </form>
  )
}

/** What can be told without asking; the server tells the rest. */
function checkHere(code: string, second: string, recovering: boolean): Trouble | null {
  const length = foldCode(code).length
  if (length === 0) return { field: 'code', message: 'Type the class code: 7 letters and figures.' }
  if (length !== classCodeLength) {
    return {
      field: 'code',
      message: `A class code has ${classCodeLength} letters and figures; this has ${length}.`,
    }
  }
  if (!recovering) return second.trim() === '' ? { field: 'second', message: 'Type your name.' } : null
  const typed = foldCode(second).length
  if (typed === recoveryCodeLength) return null
  return {
    field: 'second',
    message: `A recovery code has ${recoveryCodeLength} letters and figures${typed > 0 ? `; this has ${typed}` : ''}.`,
  }
}

/** Which field a refusal is about: an unknown code is the code's, a name that won't do is the name's. */
function fieldOf(refusal: Refusal, recovering: boolean): Trouble['field'] {
  // Of two codes the server does not say to which field its words belong; they say it themselves.
  if (recovering) return 'form'
  if (refusal.code === 'not-found') return 'code'
  if (refusal.code === 'malformed' || refusal.code === 'too-large') return 'second'
  return 'form'
}
