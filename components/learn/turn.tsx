import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

interface Neighbour {
  readonly slug: string
  readonly title: string
}

/** The way on at the foot of a section, and back. */
export function Turn({ before, after }: { before: Neighbour | null; after: Neighbour | null }) {
  const say = useTranslations('lesson')
  return (
    <nav
      aria-label={say('around')}
      className="mt-14 flex flex-wrap justify-between gap-3 border-t border-line pt-5 print:hidden"
    >
      {before && (
        <a
          href={`/learn/${before.slug}`}
          rel="prev"
          className="flex min-h-11 items-center gap-2.5 rounded-box border border-line-2 bg-sheet px-4 py-2 hover:border-ink-2"
        >
          <Icon name="back" size={14} />
          <span>
            <span className="sr-only">{say('previous')}: </span>
            {before.title}
          </span>
        </a>
      )}
      {after && (
        <a
          href={`/learn/${after.slug}`}
          rel="next"
          className="ml-auto flex min-h-11 items-center gap-2.5 rounded-box bg-act px-4 py-2 font-semibold text-act-ink hover:bg-act-hover"
        >
          <span>
            <span className="sr-only">{say('next')}: </span>
            {after.title}
          </span>
          <Icon name="arrow" size={14} />
        </a>
      )}
    </nav>
  )
}
