'use client'

import { useEffect, useState } from 'react'

/** Something that is fetched when it is first wanted; from then on it is there at once. */
export class Fetched<T> {
  /** Null until it is there. */
  value: T | null = null

  constructor(private readonly load: () => Promise<T>) {}

  async fetch(): Promise<T> {
    this.value ??= await this.load()
    return this.value
  }
}

/**
 * What is fetched `part`'s way, once there is a text for which it is `wanted`; null until it is there, so whatever needs it must do
 * without it meanwhile. Where it could not be fetched, the next text tries again.
 */
export function useFetched<T>(part: Fetched<T>, wanted: string | null): T | null {
  const [value, setValue] = useState<T | null>(() => part.value)
  useEffect(() => {
    if (value !== null || wanted === null || wanted === '') return
    let mounted = true
    part.fetch().then(
      found => mounted && setValue(() => found),
      () => undefined,
    )
    return () => {
      mounted = false
    }
  }, [part, wanted, value])
  return value
}
