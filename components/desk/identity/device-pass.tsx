'use client'

import { useEffect, useState } from 'react'
import { ShownPass } from '@/components/join/shown-pass'
import { Notice } from '@/components/ui/notice'
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
  return (
    shown && (
      <ShownPass {...shown} path="/join/device" says="QR code that opens your desk" testid="device-pass" />
    )
  )
}
