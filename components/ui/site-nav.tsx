import { LinkButton } from './button'

interface SiteNavProps {
  current?: 'exercises'
}

const places = [
  { href: '/learn', says: 'The lesson', of: 'lesson' },
  { href: '/exercises', says: 'Exercises', of: 'exercises' },
] as const

/** The way between the pages that are for everybody. On phones the pages themselves lead to the lesson. */
export function SiteNav({ current }: SiteNavProps) {
  return (
    <nav aria-label="Chalkgrad" className="flex items-center gap-4">
      {places.map(({ href, says, of }) => (
        <a
          key={href}
          href={href}
          aria-current={current === of ? 'page' : undefined}
          className={`inline-flex min-h-10 items-center rounded-cell px-1 max-sm:hidden ${
            current === of ? 'font-semibold' : 'text-ink-2 hover:text-ink'
          }`}
        >
          {says}
        </a>
      ))}
      <LinkButton href="/teach">I teach</LinkButton>
    </nav>
  )
}
