import type { ReactNode } from 'react'

export function Head({ children, number, wide }: { children: ReactNode; number?: boolean; wide?: boolean }) {
  return (
    <th
      scope="col"
      className={`px-2 pb-1.5 align-bottom font-medium first:pl-0 ${number ? 'text-right' : ''} ${wide ? 'w-[26%]' : ''}`}
    >
      {children}
    </th>
  )
}

/** A table that is wider than the screen scrolls by itself, by keyboard too. */
export function Scrolled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      {children}
    </section>
  )
}
