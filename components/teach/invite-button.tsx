'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Notice } from '@/components/ui/notice'
import { useHydrated } from '@/components/ui/use-hydrated'
import { inviteTeacher } from '@/lib/client/teach'

/** A link by which one more teacher comes in; shown once, since only its hash is kept. */
export function InviteButton() {
  const hydrated = useHydrated()
  const [busy, setBusy] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)

  async function invite(): Promise<void> {
    setBusy(true)
    const reply = await inviteTeacher()
    setBusy(false)
    setError(reply.ok ? null : reply.message)
    if (reply.ok) setLink(reply.link)
  }

  return (
    <div className="space-y-3">
      <Button busy={busy} disabled={!hydrated} data-testid="invite" onClick={invite}>
        {link ? 'Make another link' : 'Invite a teacher'}
      </Button>
      {link && (
        <div className="rounded-box bg-chalk-ground p-3.5">
          <p className="mb-2 text-sm text-chalk-ink">
            For one teacher, within 7 days. It is shown only here, so send it now.
          </p>
          <p data-testid="invite-link" className="mb-3 font-mono text-[0.82rem] break-all select-all">
            {link}
          </p>
          <CopyButton text={link} label="Copy the link" />
        </div>
      )}
      {error && (
        <Notice tone="wrong" urgent>
          {error}
        </Notice>
      )}
    </div>
  )
}
