import { LinkButton } from './button'

const places = [
  { href: '/learn', says: 'The lesson' },
  { href: '/learn/exercises', says: 'Exercises' },
] as const

/** The way between the pages that are for everybody. On phones the pages themselves lead to the lesson. */
export function SiteNav() {
  return (
    <nav aria-label="Chalkgrad" className="flex items-center gap-4">
      {places.map(({ href, says }) => (
        <a
          key={href}
          href={href}
          className="inline-flex min-h-10 items-center rounded-cell px-1 text-ink-2 hover:text-ink max-sm:hidden"
        >
          {says}
        </a>
      ))}
      <LinkButton href="/teach">I teach</LinkButton>
    </nav>
  )
}
