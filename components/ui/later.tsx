'use client'

import { type ComponentType, useEffect, useState } from 'react'
import { Button } from './button'
import { Notice } from './notice'

interface LaterProps<Props> {
  /** Fetches the part; always the same function. */
  load: () => Promise<ComponentType<Props>>
  /** What the part is given. */
  props: Props
}

/**
 * A part whose script is fetched when it is first shown: for what the first screen does not need, and what nobody can use
 * without the server anyway. Where the script cannot be fetched (no network, or a server that was updated meanwhile), it
 * says so in its place.
 */
export function Later<Props extends object>({ load, props }: LaterProps<Props>) {
  const [found, setFound] = useState<{ readonly Part: ComponentType<Props> } | 'failed' | null>(null)
  useEffect(() => {
    let mounted = true
    load().then(
      Part => mounted && setFound({ Part }),
      () => mounted && setFound('failed'),
    )
    return () => {
      mounted = false
    }
  }, [load])
  if (found === 'failed') return <NotFetched />
  return found && <found.Part {...props} />
}

function NotFetched() {
  return (
    <Notice tone="chalk" urgent testid="not-fetched">
      <p>This part of the page could not be fetched. Nothing that you typed is lost by reloading.</p>
      <p className="mt-2">
        <Button size="small" onClick={() => location.reload()}>
          Reload
        </Button>
      </p>
    </Notice>
  )
}
