import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

interface ItemWaysProps {
  slug: string
  /** The section of the text in which the exercise stands. */
  text: { readonly slug: string; readonly title: string } | null
}

/** The ways back from an exercise: to its place in the text, and to all of them. */
export function ItemWays({ slug, text }: ItemWaysProps) {
  const say = useTranslations('exercises')
  return (
    <nav aria-label={say('ways')} className="flex flex-wrap items-center gap-x-4">
      {text && (
        <a
          data-testid="back-to-text"
          href={`/learn/${text.slug}#turn-${slug}`}
          className="inline-flex min-h-10 items-center gap-2 rounded-cell text-ink-2 hover:text-ink max-sm:min-h-11"
        >
          <Icon name="back" size={14} /> {text.title}
        </a>
      )}
      <a
        href="/learn/exercises"
        className="inline-flex min-h-10 items-center gap-2 rounded-cell text-ink-2 hover:text-ink max-sm:min-h-11"
      >
        {!text && <Icon name="back" size={14} />} {say('all')}
      </a>
    </nav>
  )
}
