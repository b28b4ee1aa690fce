import type { ReactNode } from 'react'

/**
 * A class of a cell in a history table. On a phone a row is a few lines: each number says what it is, by `data-label`,
 * and the heads of the columns are only read out.
 */
export const cell =
  'px-2 py-1.5 max-sm:p-0 max-sm:before:mr-1 max-sm:before:font-normal max-sm:before:text-ink-2 max-sm:before:content-[attr(data-label)]'
export const number = `${cell} text-right max-sm:text-left`
export const row =
  'border-t border-line max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3.5 max-sm:gap-y-1 max-sm:py-2.5'
/** A row is as wide as the sheet only where no column of a table holds it. */
export const table =
  'w-full text-[0.92rem] tabular-nums max-sm:block max-sm:[&>caption]:block max-sm:[&>tbody]:block'
export const heads = 'text-left text-sm text-ink-2 max-sm:sr-only'

/** The head of a column, which stands over its cells: numbers at the right. */
export function Head({ children, number = false }: { children: ReactNode; number?: boolean }) {
  return (
    <th
      scope="col"
      className={`px-2 pb-1.5 align-bottom font-medium first:pl-0 last:pr-0 ${number ? 'text-right' : ''}`}
    >
      {children}
    </th>
  )
}

/** A table that is wider than its sheet scrolls by itself, by keyboard too, and shows that there is more. */
export function Scrolled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      tabIndex={0}
      className="more-aside overflow-x-auto"
    >
      {children}
    </section>
  )
}
