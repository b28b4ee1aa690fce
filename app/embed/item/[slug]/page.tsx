import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ExerciseCard } from '@/components/learn/exercise-card'
import { Item } from '@/components/learn/item'
import { rungIn } from '@/components/learn/library'
import { OpenWhole } from '@/components/learn/open-whole'
import { cardOf } from '@/lib/server/lesson/exercise'
import { shownSections } from '../../../learn/exercises/library'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const rung = rungIn(await shownSections(), (await params).slug)
  return rung ? { title: rung.title, robots: { index: false } } : {}
}

/** One exercise in a frame of another site. */
export default async function Page({ params }: Props) {
  const rung = rungIn(await shownSections(), (await params).slug)
  if (!rung) notFound()
  const card = cardOf(rung.slug, 'whole')
  const paper = card && <ExerciseCard exercise={card} paper />
  return (
    <>
      <Item rung={rung} sections={[]} text={null} paper={paper} embedded />
      <OpenWhole address={`/learn/exercises/${rung.slug}`} />
    </>
  )
}
