'use client'

import { useHydrated } from '@/components/ui/use-hydrated'

/** A moment in the reader's own time and manner, which the server does not know. */
export function Moment({ at }: { at: number }) {
  const hydrated = useHydrated()
  const date = new Date(at)
  return <time dateTime={date.toISOString()}>{hydrated ? inWords(date, new Date()) : ''}</time>
}

export function inWords(date: Date, now: Date): string {
  const time = date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
  if (date.toDateString() === now.toDateString()) return `today, ${time}`
  const sameYear = date.getFullYear() === now.getFullYear()
  const day = date.toLocaleDateString([], {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
  return `${day}, ${time}`
}
