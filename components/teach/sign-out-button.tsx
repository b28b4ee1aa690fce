'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/use-hydrated'
import { signOut } from '@/lib/client/teach'

export function SignOutButton() {
  const hydrated = useHydrated()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  return (
    <>
      <Button
        size="small"
        busy={busy}
        disabled={!hydrated}
        data-testid="sign-out"
        onClick={async () => {
          setBusy(true)
          const reply = await signOut()
          if (reply.ok) window.location.assign('/teach')
          else {
            setBusy(false)
            setError(reply.message)
          }
        }}
      >
        Sign out
      </Button>
      {error && (
        <span role="alert" className="text-sm text-wrong">
          {error}
        </span>
      )}
    </>
  )
}
