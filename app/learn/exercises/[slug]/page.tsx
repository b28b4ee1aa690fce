import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { ExerciseCard } from '@/components/learn/exercise-card'
import { Item } from '@/components/learn/item'
import { rungIn } from '@/components/learn/library'
import { cardOf } from '@/lib/server/lesson/exercise'
import { placeInText } from '@/lib/server/lesson/read'
import { oembedLink } from '../../../oembed-link'
import { shownSections } from '../library'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const rung = rungIn(await shownSections(), (await params).slug)
  if (!rung) return {}
  const { slug, title } = rung
  return { title, alternates: oembedLink(`/learn/exercises/${slug}`, title, await headers()) }
}

/** One exercise for somebody without a class. */
export default async function Page({ params }: Props) {
  const sections = await shownSections()
  const rung = rungIn(sections, (await params).slug)
  if (!rung) notFound()
  const card = cardOf(rung.slug, 'whole')
  return (
    <Item
      rung={rung}
      sections={sections}
      text={placeInText(rung.slug)}
      paper={card && <ExerciseCard exercise={card} paper />}
    />
  )
}
