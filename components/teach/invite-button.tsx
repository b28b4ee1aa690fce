'use client'

import { useState } from 'react'
import { AddressLine, useAddress } from '@/components/board/people/address-choice'
import { QrCode } from '@/components/board/people/qr-code'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Notice } from '@/components/ui/notice'
import { useHydrated } from '@/components/ui/use-hydrated'
import { inviteTeacher } from '@/lib/client/teach'

interface InviteButtonProps {
  /** Where the server can be reached, as it knows itself. */
  addresses: readonly string[]
  /** Id of the class that the teacher then co-teaches. */
  classId?: string | null
}

/** A link by which one more teacher comes in; shown once, since only its hash is kept. */
export function InviteButton({ addresses, classId = null }: InviteButtonProps) {
  const hydrated = useHydrated()
  const [busy, setBusy] = useState(false)
  const [path, setPath] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)

  async function invite(): Promise<void> {
    setBusy(true)
    const reply = await inviteTeacher(classId)
    setBusy(false)
    setError(reply.ok ? null : reply.message)
    if (reply.ok) setPath(reply.path)
  }

  return (
    <div className="space-y-3">
      <Button busy={busy} disabled={!hydrated} data-testid="invite" onClick={invite}>
        {path ? 'Make another link' : 'Invite a teacher'}
      </Button>
      {path && <Invitation path={path} addresses={addresses} />}
      {error && (
        <Notice tone="wrong" urgent>
          {error}
        </Notice>
      )}
    </div>
  )
}

/** The link as text for a message, and as a QR for a colleague who stands beside. */
function Invitation({ path, addresses }: { path: string; addresses: readonly string[] }) {
  const choice = useAddress(addresses)
  const link = choice.chosen + path
  return (
    <div className="space-y-3 rounded-box bg-chalk-ground p-3.5">
      <p className="text-sm text-chalk-ink">
        For one teacher, within 7 days. It is shown only here, so send it now.
      </p>
      <div className="flex flex-wrap items-start gap-3.5">
        <QrCode text={link} label="QR code of the link" className="size-36" />
        <div className="min-w-44 flex-1 space-y-3">
          <p data-testid="invite-link" className="font-mono text-[0.82rem] break-all select-all">
            {link}
          </p>
          <CopyButton text={link} label="Copy the link" />
        </div>
      </div>
      <AddressLine label="Address in the link" choice={choice} />
    </div>
  )
}
