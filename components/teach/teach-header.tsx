import Link from 'next/link'
import type { ReactNode } from 'react'
import { PageHeader } from '@/components/ui/page-header'

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
    <PageHeader
      home="/teach"
      title={
        <span className="flex min-w-0 items-center gap-x-1">
          <Place href="/teach" here={current === 'classes'}>
            Classes
          </Place>
          <Place href="/teach/exercises" here={current === 'exercises'}>
            Exercises
          </Place>
          {title}
        </span>
      }
    >
      {children}
    </PageHeader>
  )
}

function Place({ href, here, children }: { href: string; here: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className={`inline-flex min-h-10 items-center rounded-cell px-2.5 ${here ? 'font-semibold text-ink' : 'hover:text-ink'}`}
    >
      {children}
    </Link>
  )
}
