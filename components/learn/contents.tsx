import { useTranslations } from 'next-intl'
import { SectionMark } from './marks'

export interface ContentsEntry {
  readonly slug: string
  /** Null of a further section. */
  readonly number: number | null
  readonly title: string
  /** The slugs of its exercises. */
  readonly exercises: readonly string[]
}

/** The sections in their order, the open one marked: at the left, and above the text behind a fold where that is narrow. */
export function Contents({ entries, current }: { entries: readonly ContentsEntry[]; current: string }) {
  const say = useTranslations('lesson')
  const further = entries.filter(({ number }) => number === null)
  const list = (
    <>
      <Part title={say('name')} entries={entries.filter(({ number }) => number !== null)} current={current} />
      {further.length > 0 && <Part title={say('further')} entries={further} current={current} />}
    </>
  )
  return (
    <nav aria-label={say('contents')} className="lesson-contents text-[0.95rem] print:hidden">
      <div className="sticky top-4 max-h-[calc(100dvh-2rem)] overflow-y-auto py-1 pr-1 pl-1 max-lg:hidden">
        {list}
      </div>
      <details className="rounded-box border border-line bg-sheet lg:hidden">
        <summary className="flex min-h-11 items-center px-4 font-semibold">{say('contents')}</summary>
        <div className="border-t border-line px-2 pb-3">{list}</div>
      </details>
    </nav>
  )
}

function Part({
  title,
  entries,
  current,
}: {
  title: string
  entries: readonly ContentsEntry[]
  current: string
}) {
  const say = useTranslations('lesson')
  return (
    <>
      <p className="mt-3 mb-1.5 px-2.5 text-[0.75rem] font-semibold tracking-[0.08em] text-ink-2 uppercase first:mt-1">
        {title}
      </p>
      <ol>
        {entries.map(({ slug, number, title: name, exercises }) => (
          <li key={slug}>
            <a
              href={`/learn/${slug}`}
              aria-current={slug === current ? 'page' : undefined}
              className="flex min-h-8 items-baseline gap-2 rounded-cell px-2.5 py-1 leading-snug hover:bg-working-ground aria-[current]:bg-chalk-ground aria-[current]:font-semibold aria-[current]:text-chalk-ink max-lg:min-h-11 max-lg:items-center"
            >
              {number !== null && <span className="w-[1.3em] shrink-0 tabular-nums">{number}</span>}
              <span>{name}</span>
              <SectionMark exercises={exercises} says={say('sectionDone')} />
            </a>
          </li>
        ))}
      </ol>
    </>
  )
}
