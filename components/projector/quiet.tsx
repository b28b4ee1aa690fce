import type { ReactNode } from 'react'

/** What a scene says that has nothing to show: why, and what to do. */
export function Quiet({ children }: { children: ReactNode }) {
  return (
    <p
      data-testid="projector-quiet"
      className="m-auto max-w-[32em] text-center text-[1.8em] leading-snug text-balance text-ink-2"
    >
      {children}
    </p>
  )
}
