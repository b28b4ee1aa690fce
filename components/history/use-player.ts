'use client'

import { useEffect, useRef, useState } from 'react'
import type { ClassTime } from '@/lib/client/class-time'

export const speeds = [10, 30, 60, 120, 300] as const

/** How often the grid is redrawn during a replay, which the eye and a slow laptop can follow. */
const beatMs = 100

export interface Player {
  /** Place on the time line, in its milliseconds. */
  readonly place: number
  readonly playing: boolean
  readonly speed: number
  readonly go: (place: number) => void
  readonly toggle: () => void
  readonly setSpeed: (speed: number) => void
}

/** Moves along the time line, `speed` times as fast as the class did. Begins at its end: the class as it is now. */
export function usePlayer(time: ClassTime): Player {
  const [place, setPlace] = useState(time.length)
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState(() => comfortable(time.length))
  const length = useRef(time.length)
  // A player at the end follows a class that goes on.
  useEffect(() => {
    const before = length.current
    length.current = time.length
    setPlace(place => (place >= before ? time.length : place))
  }, [time])

  useEffect(() => {
    if (!playing) return
    let before = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      const passed = (now - before) * speed
      before = now
      setPlace(place => Math.min(time.length, place + passed))
    }, beatMs)
    return () => clearInterval(timer)
  }, [playing, speed, time])
  useEffect(() => {
    if (playing && place >= time.length) setPlaying(false)
  }, [playing, place, time])

  return {
    place,
    playing,
    speed,
    go: to => setPlace(Math.max(0, Math.min(time.length, to))),
    toggle: () => {
      if (!playing && place >= time.length) setPlace(0)
      setPlaying(!playing)
    },
    setSpeed,
  }
}

/** The slowest speed at which the whole time line takes about a minute or less. */
function comfortable(length: number): number {
  return speeds.find(speed => length / speed <= 75_000) ?? 300
}
