import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ExercisePreview } from '@/components/desk/preview'
import { Icon } from '@/components/ui/icon'
import { PageHeader } from '@/components/ui/page-header'
import { SiteNav } from '@/components/ui/site-nav'
import { shownExercise } from '../built-in'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const exercise = await shownExercise((await params).slug)
  return { title: exercise?.title ?? 'Exercise' }
}

/** A built-in exercise as a student sees it, for anybody: nothing is checked, so nothing is given away. */
export default async function Page({ params }: Props) {
  const exercise = await shownExercise((await params).slug)
  if (!exercise) notFound()
  return (
    <>
      <PageHeader framed={false}>
        <SiteNav />
      </PageHeader>
      <main className="mx-auto max-w-3xl px-6 pb-16 max-sm:px-3.5">
        <p className="mb-3">
          <a
            href="/exercises"
            className="inline-flex min-h-10 items-center gap-2 rounded-cell text-ink-2 hover:text-ink"
          >
            <Icon name="back" size={14} /> All exercises
          </a>
        </p>
        <h1 className="sr-only">{exercise.title}</h1>
        <p className="mb-4 rounded-box bg-chalk-ground px-4 py-2.5 text-[0.95rem] text-chalk-ink">
          You see this as a student does, and can type. Nothing is checked here: that is what a{' '}
          <a href="/join" className="underline underline-offset-2">
            class
          </a>{' '}
          is for, or a{' '}
          <a href="/#at-work" className="underline underline-offset-2">
            class in a box
          </a>{' '}
          on your own computer.
        </p>
        <ExercisePreview exercise={exercise} />
      </main>
    </>
  )
}
