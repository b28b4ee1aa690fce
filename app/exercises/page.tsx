import type { Metadata } from 'next'
import { Icon } from '@/components/ui/icon'
import { PageHeader } from '@/components/ui/page-header'
import { Sheet } from '@/components/ui/sheet'
import { SiteNav } from '@/components/ui/site-nav'
import { bySection } from '@/lib/lessons'
import { shownExercises } from './built-in'

export const metadata: Metadata = { title: 'Exercises' }

/** What there is to be worked on, for people without a class. */
export default async function Page() {
  const exercises = await shownExercises()
  return (
    <>
      <PageHeader framed={false}>
        <SiteNav current="exercises" />
      </PageHeader>
      <main className="mx-auto max-w-3xl px-6 pt-[5vh] pb-16 max-sm:px-4 max-sm:pt-4">
        <h1 className="text-3xl font-bold tracking-tight">Exercises</h1>
        <p className="mt-3 text-ink-2">
          Each is a network with its numbers: work out the steps on paper. Here you see it as students do. In
          a class every cell is checked as you type it in.
        </p>
        {bySection(exercises, ({ slug }) => slug).map(({ section, things }) => (
          <section key={section?.id ?? 'others'} aria-label={section?.title ?? 'Others'}>
            <h2 className="mt-10 text-xl font-semibold">{section?.title ?? 'Others'}</h2>
            <ol className="mt-3 grid gap-2.5 sm:grid-cols-2">
              {things.map(({ slug, title }) => (
                <li key={slug}>
                  <Sheet className="hover:border-ink-2">
                    <a
                      href={`/exercises/${slug}`}
                      className="flex min-h-14 items-center justify-between gap-4 rounded-sheet px-5 py-3"
                    >
                      <span className="font-semibold">{title}</span>
                      <Icon name="arrow" className="text-ink-2" />
                    </a>
                  </Sheet>
                </li>
              ))}
            </ol>
          </section>
        ))}
        <h2 className="mt-12 text-xl font-semibold">To have your answers checked</h2>
        <p className="mt-2 text-ink-2">
          Join a class with the code of its teacher, or open one on your own computer:{' '}
          <a href="/#at-work" className="underline underline-offset-2 hover:text-ink">
            a class in a box
          </a>{' '}
          lets you sit down beside its simulated students.
        </p>
      </main>
    </>
  )
}
