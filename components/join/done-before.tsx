'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { deskRungs, keepWithDesk } from '@/lib/client/learn/carry'
import { openLearnStore } from '@/lib/client/learn/store'
import { doneAlone } from '@/lib/learning'

interface Found {
  readonly done: number
  readonly all: number
}

/** How many of the class's exercises the page's owner has done alone; null where there are none. Nothing of it is told to the server. */
async function doneHere(classId: string): Promise<Found | null> {
  const store = await openLearnStore()
  const progress = await store.progress()
  if (Object.keys(progress.rungs).length === 0) return null
  const slugs = await deskRungs(classId)
  const done = doneAlone(progress, slugs)
  return done === 0 ? null : { done, all: new Set(slugs).size }
}

/**
 * Told to somebody who has joined a class and has done some of its exercises before. The progress stays on the device, unless
 * they want the server to keep it with their desk.
 */
export function DoneBefore({ classId }: { classId: string }) {
  const [found, setFound] = useState<Found | null>(null)
  const [saved, setSaved] = useState<'no' | 'busy' | 'yes'>('no')
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    let mounted = true
    // Where the scripts cannot be fetched, nothing is missing that one needs to go on.
    doneHere(classId).then(
      here => mounted && setFound(here),
      () => {},
    )
    return () => {
      mounted = false
    }
  }, [classId])

  async function keep(): Promise<void> {
    setSaved('busy')
    const store = await openLearnStore()
    const reply = await keepWithDesk(store, classId)
    setSaved(reply.ok ? 'yes' : 'no')
    setTrouble(reply.ok ? null : reply.message)
  }

  if (found === null) return null
  const { done, all } = found
  return (
    <div className="mt-4" data-testid="done-before">
      <Notice tone="right">
        <p className="font-semibold">
          You have done {done} of this class’s {all} {all === 1 ? 'exercise' : 'exercises'} on your own.
        </p>
        <p className="mt-1" role="status">
          {saved === 'yes'
            ? 'It is kept with your desk. On another device, open your desk and then “Continue from another device” below the exercises.'
            : 'Only this device knows. If you like, the server keeps it with your desk, for your other devices; your teacher does not see it.'}
        </p>
        {trouble && <p className="mt-1">{trouble}</p>}
        {saved !== 'yes' && (
          <Button
            size="small"
            className="mt-2"
            busy={saved === 'busy'}
            data-testid="keep-with-desk"
            onClick={() => void keep()}
          >
            Keep it with my desk
          </Button>
        )}
      </Notice>
    </div>
  )
}
