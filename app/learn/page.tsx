import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SectionList } from '@/components/learn/section-list'
import { LinkButton } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { builtIn } from '@/lib/lessons'
import { openSections } from './sections'

export async function generateMetadata(): Promise<Metadata> {
  const say = await getTranslations('lesson')
  return { title: say('name'), description: say('lead') }
}

/** What the lesson teaches, in order, with something to do at once. */
export default async function Page() {
  const say = await getTranslations('lesson')
  const tell = await getTranslations('elsewhere')
  const sections = openSections()
  const first = builtIn[0]
  return (
    <main className="mx-auto max-w-4xl px-6 pt-[5vh] pb-20 max-sm:px-4 max-sm:pt-5">
      <h1 className="text-[2.4rem] leading-[1.12] font-bold tracking-tight text-balance max-sm:text-[1.9rem]">
        {say('headline')}
      </h1>
      <p className="mt-4 max-w-2xl text-[1.1rem] leading-relaxed text-ink-2">{say('lead')}</p>
      <Sheet lit className="mt-7 flex flex-wrap items-center justify-between gap-x-6 gap-y-4 p-5 max-sm:p-4">
        <div>
          <h2 className="text-lg font-semibold">{say('first')}</h2>
          <p className="mt-0.5 text-ink-2">{say('firstSays')}</p>
        </div>
        <span className="flex flex-wrap gap-3 max-sm:w-full">
          {first && (
            <LinkButton kind="act" href={`/learn/exercises/${first.slug}`} className="max-sm:flex-1">
              {say('firstGo')}
            </LinkButton>
          )}
          {sections[0] && (
            <LinkButton href={`/learn/${sections[0].slug}`} className="max-sm:flex-1">
              {say('begin')}
            </LinkButton>
          )}
        </span>
      </Sheet>
      <p className="mt-4 text-[0.95rem]">
        <a href="/learn/device" className="text-ink-2 underline underline-offset-4 hover:text-ink">
          {tell('have')}
        </a>
      </p>
      <SectionList title={say('sections')} sections={sections.filter(({ number }) => number !== null)} />
      <SectionList title={say('further')} sections={sections.filter(({ number }) => number === null)} />
    </main>
  )
}
