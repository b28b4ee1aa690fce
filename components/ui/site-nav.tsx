import { LinkButton } from './button'

/** The way between the pages that are for everybody. */
export function SiteNav({ current }: { current?: 'exercises' }) {
  return (
    <nav aria-label="Chalkgrad" className="flex items-center gap-4 max-sm:gap-2">
      <a
        href="/exercises"
        aria-current={current === 'exercises' ? 'page' : undefined}
        className={`inline-flex min-h-10 items-center rounded-cell px-1 max-sm:min-h-11 ${
          current === 'exercises' ? 'font-semibold' : 'text-ink-2 hover:text-ink'
        }`}
      >
        Exercises
      </a>
      <LinkButton href="/teach" className="max-sm:px-3">
        I teach
      </LinkButton>
    </nav>
  )
}
