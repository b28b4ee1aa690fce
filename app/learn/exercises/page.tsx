import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Ladder } from '@/components/learn/ladder'
import { shownSections } from './library'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exercises'))('title') }
}

export default async function Page() {
  const say = await getTranslations('exercises')
  const sections = await shownSections()
  return (
    <main className="mx-auto max-w-[67rem] px-6 pt-8 pb-12 max-sm:px-4 max-sm:pt-5">
      <h1 className="text-3xl font-bold tracking-tight">{say('title')}</h1>
      <p className="mt-2 text-ink-2">{say('lead')}</p>
      <Ladder sections={sections} />
    </main>
  )
}
