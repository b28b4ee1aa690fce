import { useTranslations } from 'next-intl'

interface Listed {
  readonly slug: string
  readonly number: number | null
  readonly title: string
  readonly able: string
  readonly minutes: number
}

/** Sections with what one can do after each. */
export function SectionList({ title, sections }: { title: string; sections: readonly Listed[] }) {
  const say = useTranslations('lesson')
  if (sections.length === 0) return null
  return (
    <section className="mt-12">
      <h2 className="text-xl font-semibold tracking-tight">{title}</h2>
      <ol className="mt-3 border-t border-line">
        {sections.map(({ slug, number, title: name, able, minutes }) => (
          <li key={slug} className="border-b border-line">
            <a
              href={`/learn/${slug}`}
              className="group grid grid-cols-[2.2rem_minmax(0,1fr)_auto] items-baseline gap-x-2 py-3.5 max-sm:grid-cols-[1.7rem_minmax(0,1fr)_auto]"
            >
              <span className="font-semibold text-ink-2 tabular-nums">{number}</span>
              <span>
                <span className="font-semibold underline-offset-4 group-hover:underline">{name}</span>
                <span className="mt-0.5 block text-[0.97rem] text-ink-2">{able}</span>
              </span>
              <span className="text-[0.9rem] whitespace-nowrap text-ink-2 tabular-nums">
                {say('minutes', { minutes })}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
