import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { FigureCard } from '@/components/learn/figures/figure'
import { OpenWhole } from '@/components/learn/open-whole'
import { figureNamed } from '@/lib/server/lesson/read'
import { oembedLink } from '../../../oembed-link'

interface Props {
  params: Promise<{ name: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = figureNamed((await params).name)
  if (!found) return {}
  const { name, title } = found.figure
  const alternates = oembedLink(`/embed/figure/${name}`, title, await headers())
  return { title, robots: { index: false }, alternates }
}

/** One figure of the lesson in a frame of another site. */
export default async function Page({ params }: Props) {
  const found = figureNamed((await params).name)
  if (!found) notFound()
  const { section, figure } = found
  return (
    <>
      <main data-testid="figure" className="mx-auto max-w-[46rem] p-3 pb-1">
        <h1 className="text-lg font-semibold">{figure.title}</h1>
        <FigureCard figure={figure} embedded />
      </main>
      <OpenWhole address={`/learn/${section}#figure-${figure.name}`} />
    </>
  )
}
