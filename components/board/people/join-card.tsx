'use client'

import { useId, useState } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { showCode } from '@/lib/protocol/ids'
import { QrCode } from './qr-code'

interface JoinCardProps {
  code: string
  /** Where the server can be reached, as it knows itself; `http://192.168.1.5:3000`. */
  addresses: readonly string[]
}

/** How to come in: address, code and QR, large enough to be read from the last row. */
export function JoinCard({ code, addresses }: JoinCardProps) {
  const id = useId()
  const known = joinAddresses(window.location.origin, addresses)
  const [chosen, setChosen] = useState(known[0] ?? window.location.origin)
  const link = `${chosen}/join/${code}`
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-9 gap-y-5">
      <QrCode text={link} label={`QR code of ${link}`} />
      <div className="min-w-0">
        <p className="text-sm text-ink-2">Open</p>
        <p className="text-xl font-semibold break-all">{chosen.replace(/^http:\/\//, '')}/join</p>
        <p className="mt-4 text-sm text-ink-2">and type</p>
        <p className="text-[clamp(2.2rem,6vw,3.4rem)] leading-tight font-bold tracking-[0.06em] tabular-nums">
          {showCode(code)}
        </p>
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <CopyButton text={link} label="Copy the link" />
        </div>
        {isLocal(chosen) && (
          <p className="mt-3 max-w-72 text-sm text-ink-2">
            This address works on this computer only, because it is not connected to a network.
          </p>
        )}
      </div>
      {known.length > 1 && (
        <div className="w-full text-center">
          <label htmlFor={id} className="mr-2 text-sm text-ink-2">
            Address for students
          </label>
          <select
            id={id}
            value={chosen}
            onChange={event => setChosen(event.target.value)}
            className="min-h-10 max-w-full rounded-box border border-field-line bg-sheet px-2.5 text-[0.95rem]"
          >
            {known.map(address => (
              <option key={address} value={address}>
                {address}
                {address === window.location.origin ? ' (this page)' : ''}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  )
}

/** Puts the most useful address first: the one of this page, unless only this computer can reach it. */
export function joinAddresses(here: string, addresses: readonly string[]): string[] {
  const others = addresses.filter(address => address !== here)
  return isLocal(here) ? [...others, here] : [here, ...others]
}

function isLocal(address: string): boolean {
  return /^https?:\/\/(localhost|127\.|\[::1\])/.test(address)
}
