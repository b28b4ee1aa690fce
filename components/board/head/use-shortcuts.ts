'use client'

import { useEffect, useRef } from 'react'

/** What the board's keys do; null where that cannot be done now. */
export type Shortcuts = Readonly<Record<Shortcut, (() => void) | null>>

/** The board's keys. Where the keyboard has other letters, those at the same places count. */
export const shortcuts = {
  pause: 'P',
  next: 'N',
  bring: 'B',
  ask: 'A',
  time: 'T',
  reveal: 'R',
  projector: 'O',
  message: 'M',
  hide: 'H',
  look: 'G',
} as const
export type Shortcut = keyof typeof shortcuts

const byKey = new Map(Object.entries(shortcuts).map(([name, key]) => [key as string, name as Shortcut]))

/** Listens on the whole page, but not while something is typed, nor in a dialog, which asks its own question. */
export function useShortcuts(does: Shortcuts, on: boolean): void {
  const now = useRef(does)
  useEffect(() => {
    now.current = does
  })
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return
      const name = byKey.get(keyOf(event))
      const act = name && now.current[name]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
}

function keyOf({ key, code }: KeyboardEvent): string {
  return /^[a-z]$/i.test(key) ? key.toUpperCase() : (/^Key([A-Z])$/.exec(code)?.[1] ?? '')
}

/** Boxes to tick take no letters; a list to choose from does, as its own search. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  return target.isContentEditable || target.matches('textarea, select')
}
