import { LinkButton } from './button'

/** The way between the pages that are for everybody. On phones the pages themselves lead to the exercises. */
export function SiteNav({ current }: { current?: 'exercises' }) {
  return (
    <nav aria-label="Chalkgrad" className="flex items-center gap-4">
      <a
        href="/exercises"
        aria-current={current === 'exercises' ? 'page' : undefined}
        className={`inline-flex min-h-10 items-center rounded-cell px-1 max-sm:hidden ${
          current === 'exercises' ? 'font-semibold' : 'text-ink-2 hover:text-ink'
        }`}
      >
        Exercises
      </a>
      <LinkButton href="/teach">I teach</LinkButton>
    </nav>
  )
}
