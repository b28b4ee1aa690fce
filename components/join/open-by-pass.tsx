'use client'

import { useState } from 'react'
import { openByPass } from '@/lib/client/people'
import { PassForm } from './pass-form'

/** Opens the desk on a second device by the QR or the typed code of the first. Looking at the link uses nothing up. */
export function OpenByPass({ pass }: { pass: string }) {
  const [busy, setBusy] = useState(false)

  async function open(typed: string): Promise<string | null> {
    setBusy(true)
    const reply = await openByPass(typed)
    if (reply.ok) {
      location.assign(`/class/${reply.class}`)
      return null
    }
    setBusy(false)
    return reply.message
  }

  return (
    <PassForm
      pass={pass}
      label="The code that your other device shows"
      missing="Enter the code that the other device shows."
      does="Open my desk here"
      testid="open-by-pass"
      busy={busy}
      onCode={open}
    />
  )
}
