import type { ReactNode } from 'react'
import { Logo } from '@/components/ui/logo'
import { ThemeToggle } from '@/components/ui/theme-toggle'

/** The top line of a teacher's pages, with the way between them. */
export function TeachHeader({
  current,
  title,
  children,
}: {
  current?: 'classes' | 'exercises'
  title?: ReactNode
  children?: ReactNode
}) {
  return (
    <header className="flex min-h-16 flex-wrap items-center gap-x-4 border-b border-line bg-sheet px-6 py-2 max-sm:px-4">
      <Logo href="/teach" />
      <nav
        aria-label="Teach"
        className="flex min-w-0 items-center text-[0.95rem] text-ink-2 max-sm:order-last max-sm:-ml-2.5 max-sm:basis-full"
      >
        <Place href="/teach" here={current === 'classes'}>
          Classes
        </Place>
        <Place href="/teach/exercises" here={current === 'exercises'}>
          Exercises
        </Place>
        {title}
      </nav>
      <span className="ml-auto flex flex-wrap items-center gap-x-3 gap-y-1 max-sm:gap-x-1.5">
        {children}
        <ThemeToggle />
      </span>
    </header>
  )
}

function Place({ href, here, children }: { href: string; here: boolean; children: ReactNode }) {
  return (
    <a
      href={href}
      aria-current={here ? 'page' : undefined}
      className={`inline-flex min-h-10 items-center rounded-cell px-2.5 ${here ? 'font-semibold text-ink' : 'hover:text-ink'}`}
    >
      {children}
    </a>
  )
}
