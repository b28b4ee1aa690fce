import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Contents } from '@/components/learn/contents'
import { ExerciseCard } from '@/components/learn/exercise-card'
import { FigureCard } from '@/components/learn/figures/figure'
import { OrderCard } from '@/components/learn/order/order-card'
import { Turn } from '@/components/learn/turn'
import { SafeHtml } from '@/components/ui/safe-html'
import { cardOf } from '@/lib/server/lesson/exercise'
import { shownOrder } from '@/lib/server/lesson/order'
import { openSections } from '../sections'

interface Props {
  params: Promise<{ section: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section } = await params
  const found = openSections().find(({ slug }) => slug === section)
  const say = await getTranslations('lesson')
  return found ? { title: found.title, description: found.able } : { title: say('noSuchSection') }
}

/** A section of the text. Everything is in the page as it comes from the server; scripts add nothing to it. */
export default async function Page({ params }: Props) {
  const { section } = await params
  const sections = openSections()
  const at = sections.findIndex(({ slug }) => slug === section)
  const open = sections[at]
  if (open === undefined) notFound()
  const say = await getTranslations('lesson')
  const main = sections.filter(({ number }) => number !== null).length
  const { number, minutes } = open
  return (
    <div className="mx-auto grid max-w-[84rem] gap-x-12 px-6 pt-7 pb-20 max-sm:px-4 max-lg:pt-4 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <Contents entries={sections} current={open.slug} />
      <main className="min-w-0 max-lg:mt-6 xl:pr-[14.5rem]">
        <article className="mx-auto max-w-[43.5rem] lg:mx-0">
          <p className="text-[0.95rem] text-ink-2">
            {number === null
              ? say('placeFurther', { minutes })
              : say('place', { number, all: main, minutes })}
          </p>
          <h1 className="mt-0.5 text-[2.1rem] leading-tight font-bold tracking-tight max-sm:text-[1.75rem]">
            {open.title}
          </h1>
          <p className="mt-2.5 mb-6 text-[1.1rem] leading-relaxed text-ink-2">{open.able}</p>
          {open.pieces.map(piece => {
            if (piece.type === 'html') return <SafeHtml key={piece.id} html={piece.html} className="prose" />
            if (piece.type === 'figure') return <FigureCard key={piece.name} figure={piece} />
            if (piece.type === 'order') {
              const order = shownOrder(piece.slug)
              return order && <OrderCard key={`order-${piece.slug}`} order={order} />
            }
            const card = cardOf(piece.slug)
            return card && <ExerciseCard key={piece.slug} exercise={card} />
          })}
          <Turn before={sections[at - 1] ?? null} after={sections[at + 1] ?? null} />
        </article>
      </main>
    </div>
  )
}
