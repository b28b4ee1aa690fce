'use client'

import { useId, useState } from 'react'
import { isLocal, linkAddresses } from '@/lib/client/addresses'

interface AddressChoice {
  /** Addresses of this server, the most useful one first. */
  readonly known: readonly string[]
  readonly chosen: string
  readonly choose: (address: string) => void
}

/** Which of the server's addresses a link carries. It asks the window, so it runs in the browser only. */
export function useAddress(addresses: readonly string[]): AddressChoice {
  const here = window.location.origin
  const known = linkAddresses(here, addresses)
  const [picked, choose] = useState<string | null>(null)
  const chosen = picked !== null && known.includes(picked) ? picked : (known[0] ?? here)
  return { known, chosen, choose }
}

/** Says where a link leads nobody else, and offers the other addresses where there are some. */
export function AddressLine({ label, choice }: { label: string; choice: AddressChoice }) {
  const id = useId()
  const { known, chosen, choose } = choice
  return (
    <>
      {isLocal(chosen) && (
        <p data-testid="local-only" className="text-sm text-wrong">
          {known.some(address => !isLocal(address))
            ? 'This address works on this computer only.'
            : 'This address works on this computer only: the server is on no network, or listens for this computer alone.'}
        </p>
      )}
      {known.length > 1 && (
        <p>
          <label htmlFor={id} className="mr-2 text-sm text-ink-2">
            {label}
          </label>
          <select
            id={id}
            value={chosen}
            onChange={event => choose(event.target.value)}
            className="min-h-10 max-w-full rounded-box border border-field-line bg-sheet px-2.5 text-[0.95rem] text-ink"
          >
            {known.map(address => (
              <option key={address} value={address}>
                {address}
                {address === window.location.origin ? ' (this page)' : ''}
              </option>
            ))}
          </select>
        </p>
      )}
    </>
  )
}
