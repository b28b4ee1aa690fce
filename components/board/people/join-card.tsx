'use client'

import { CopyButton } from '@/components/ui/copy-button'
import { withoutScheme } from '@/lib/client/addresses'
import { showCode } from '@/lib/protocol/ids'
import { AddressLine, useAddress } from './address-choice'
import { QrCode } from './qr-code'

interface JoinCardProps {
  code: string
  /** Where the server can be reached, as it knows itself; `http://192.168.1.5:3000`. */
  addresses: readonly string[]
}

/** How to come in: address, code and QR, large enough to be read from the last row. */
export function JoinCard({ code, addresses }: JoinCardProps) {
  const choice = useAddress(addresses)
  const link = `${choice.chosen}/join/${code}`
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-9 gap-y-5">
      <QrCode text={link} label={`QR code of ${link}`} />
      <div className="min-w-0">
        <p className="text-sm text-ink-2">Open</p>
        <p className="text-xl font-semibold break-all">{withoutScheme(choice.chosen)}/join</p>
        <p className="mt-4 text-sm text-ink-2">and type</p>
        <p className="text-[clamp(2.2rem,6vw,3.4rem)] leading-tight font-bold tracking-[0.06em] tabular-nums">
          {showCode(code)}
        </p>
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <CopyButton text={link} label="Copy the link" />
        </div>
      </div>
      <div className="flex w-full flex-col items-center gap-2 text-center empty:hidden">
        <AddressLine label="Address for students" choice={choice} />
      </div>
    </div>
  )
}
