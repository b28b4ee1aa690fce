'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { Stage } from '@/components/projector/stage'
import { linkAddresses } from '@/lib/client/addresses'
import { emptyProjection, ProjectorSession } from '@/lib/client/projector'

const never = () => () => undefined
const nothing = () => emptyProjection

/** A small copy of the wall: the projector's own page, fed by the projector's own messages. */
export function OnAir({ classId, addresses }: { classId: string; addresses: readonly string[] }) {
  const [session, setSession] = useState<ProjectorSession | null>(null)
  useEffect(() => {
    const opened = new ProjectorSession(classId)
    setSession(opened)
    opened.open()
    return () => opened.close()
  }, [classId])
  const projection = useSyncExternalStore(
    session?.subscribe ?? never,
    session?.projection ?? nothing,
    nothing,
  )
  return (
    <div
      role="img"
      aria-label="What is on the projector now"
      data-theme="board"
      data-testid="on-air"
      // Inert like a picture: nothing in it takes the focus or is read out.
      inert
      className="projector aspect-video w-full overflow-hidden rounded-box border border-line-2 bg-page"
    >
      <Stage
        projection={projection}
        origin={linkAddresses(window.location.origin, addresses)[0] ?? window.location.origin}
      />
    </div>
  )
}
