'use client'

import { useEffect, useState } from 'react'
import { AddressLine, useAddress } from '@/components/board/people/address-choice'
import { QrCode } from '@/components/board/people/qr-code'
import { Notice } from '@/components/ui/notice'
import { withoutScheme } from '@/lib/client/addresses'
import { askPass } from '@/lib/client/people'

interface Shown {
  readonly pass: string
  /** Where the server can be reached, as it knows itself. */
  readonly addresses: readonly string[]
}

/** The quick way to another device: a QR and a code, good for ten minutes and for one device. */
export function DevicePass({ classId }: { classId: string }) {
  const [shown, setShown] = useState<Shown | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    void askPass(classId).then(reply => (reply.ok ? setShown(reply) : setTrouble(reply.message)))
  }, [classId])
  if (trouble) return <Notice tone="wrong">{trouble}</Notice>
  return shown && <Pass {...shown} />
}

function Pass({ pass, addresses }: Shown) {
  const choice = useAddress(addresses)
  const link = `${choice.chosen}/join/device/${pass}`
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <QrCode text={link} label={`QR code that opens your desk: ${link}`} />
      <div className="min-w-40 flex-1 text-[0.95rem]">
        <p className="text-ink-2">Scan this on the other device, or open</p>
        <p className="font-semibold break-all">{withoutScheme(choice.chosen)}/join/device</p>
        <p className="mt-2 text-ink-2">and type</p>
        <p
          data-testid="device-pass"
          className="text-2xl font-semibold tracking-[0.1em] tabular-nums select-all"
        >
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
