import type { ReactNode } from 'react'
import { Logo } from './logo'
import { ThemeToggle } from './theme-toggle'

/** The line on top of every page: logo, where one is, and at the right what belongs to the person. */
export function PageHeader({
  title,
  children,
  home = '/',
  framed = true,
}: {
  title?: ReactNode
  children?: ReactNode
  home?: string | null
  framed?: boolean
}) {
  return (
    <header
      className={`flex min-h-16 flex-wrap items-center gap-x-5 gap-y-1 px-6 py-2 max-sm:gap-x-3 max-sm:px-4 ${
        framed ? 'border-b border-line bg-sheet' : ''
      }`}
    >
      <Logo href={home} brief={title !== undefined} />
      {title && <span className="min-w-0 truncate text-[0.95rem] text-ink-2 max-sm:flex-1">{title}</span>}
      <span
        className={`ml-auto flex flex-wrap items-center gap-x-3 gap-y-1 ${title ? 'max-sm:contents' : ''}`}
      >
        {children}
        <ThemeToggle className={title ? 'max-sm:order-2 max-sm:-mr-2' : ''} />
      </span>
    </header>
  )
}
