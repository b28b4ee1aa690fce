'use client'

import { usePathname } from 'next/navigation'

interface LearnNavProps {
  label: string
  /** What each link says; the pages below the second are the exercises. */
  lesson: string
  exercises: string
}

/** The two ways in, the lesson and its exercises, with a mark at the one that is open. */
export function LearnNav({ label, lesson, exercises }: LearnNavProps) {
  const path = usePathname()
  const among = path.startsWith('/learn/exercises')
  const links = [
    { href: '/learn', says: lesson, open: !among },
    { href: '/learn/exercises', says: exercises, open: among },
  ]
  return (
    <nav aria-label={label} className="flex items-center gap-1 sm:gap-3">
      {links.map(({ href, says, open }) => (
        <a
          key={href}
          href={href}
          aria-current={path === href ? 'page' : undefined}
          className={`inline-flex min-h-11 items-center rounded-cell px-1.5 whitespace-nowrap ${
            open ? 'font-medium text-ink' : 'text-ink-2 hover:text-ink'
          }`}
        >
          {says}
        </a>
      ))}
    </nav>
  )
}
