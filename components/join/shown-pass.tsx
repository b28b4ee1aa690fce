'use client'

import { AddressLine, useAddress } from '@/components/board/people/address-choice'
import { QrCode } from '@/components/board/people/qr-code'
import { withoutScheme } from '@/lib/client/addresses'

interface ShownPassProps {
  pass: string
  /** Where the server can be reached, as it knows itself. */
  addresses: readonly string[]
  /** The page that takes the code; with the code behind it, it has it filled in. */
  path: string
  /** What the QR code does, read out: `QR code that opens your desk`. */
  says: string
  testid: string
}

/** A code for another device, and the QR code of the link that has it. Good for ten minutes and for one device. */
export function ShownPass({ pass, addresses, path, says, testid }: ShownPassProps) {
  const choice = useAddress(addresses)
  const link = `${choice.chosen}${path}/${pass}`
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <QrCode text={link} label={`${says}: ${link}`} />
      <div className="min-w-40 flex-1 text-[0.95rem]">
        <p className="text-ink-2">Scan this on the other device, or open</p>
        <p className="font-semibold break-all">
          {withoutScheme(choice.chosen)}
          {path}
        </p>
        <p className="mt-2 text-ink-2">and type</p>
        <p data-testid={testid} className="text-2xl font-semibold tracking-[0.1em] tabular-nums select-all">
          {pass}
        </p>
        <p className="mt-2 text-sm text-ink-2">It works for ten minutes, on one device.</p>
      </div>
      <div className="flex w-full flex-col gap-2 empty:hidden">
        <AddressLine label="Address" choice={choice} />
      </div>
    </div>
  )
}
