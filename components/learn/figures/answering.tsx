import type { ReactNode } from 'react'

/** The part of a figure that answers; `data-live` says whether it does already. */
export function Answering({ live, children }: { live: boolean; children: ReactNode }) {
  return <div data-live={live ? 'yes' : 'no'}>{children}</div>
}
