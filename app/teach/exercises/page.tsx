import type { Metadata } from 'next'
import { Moment } from '@/components/teach/moment'
import { TeachHeader } from '@/components/teach/teach-header'
import { LinkButton } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { bySection } from '@/lib/lessons'
import { currentTeacher } from '@/lib/server/auth/session'
import { type ExerciseRecord, exercisesOfTeacher } from '@/lib/server/db/exercises'
import { SignedOut } from '../signed-out'

export const metadata: Metadata = { title: 'Exercises' }

export default async function Page() {
  const teacher = await currentTeacher()
  if (!teacher) return <SignedOut />
  const exercises = await exercisesOfTeacher(teacher.id)
  const own = exercises.filter(({ slug }) => slug === null)
  const builtIn = exercises.filter(({ slug }) => slug !== null)
  return (
    <>
      <TeachHeader current="exercises">
        <LinkButton kind="act" size="small" href="/teach/exercises/new">
          New exercise
        </LinkButton>
      </TeachHeader>
      <main className="mx-auto max-w-3xl space-y-6 px-6 py-8 max-sm:px-4 max-sm:py-5">
        <Sheet className="p-6 max-sm:p-4.5">
          <h1 className="text-xl font-semibold tracking-tight">Your exercises</h1>
          {own.length === 0 ? (
            <p className="mt-1 text-ink-2">
              None yet. Write the forward pass of a network in a few lines; its gradients and the steps to
              them follow. Or open a built-in one and make your own copy.
            </p>
          ) : (
            <List exercises={own} />
          )}
        </Sheet>
        <Sheet className="p-6 max-sm:p-4.5">
          <h2 className="text-lg font-semibold">Built in</h2>
          {bySection(builtIn, ({ slug }) => slug).map(({ section, things }) => (
            <section key={section?.id ?? 'others'} aria-label={section?.title ?? 'Others'}>
              <h3 className="mt-5 text-sm font-semibold text-ink-2">{section?.title ?? 'Others'}</h3>
              <List exercises={things} />
            </section>
          ))}
        </Sheet>
      </main>
    </>
  )
}

function List({ exercises }: { exercises: readonly ExerciseRecord[] }) {
  return (
    <ul className="mt-2 divide-y divide-line">
      {exercises.map(({ id, slug, version }) => (
        <li key={id}>
          <a
            href={`/teach/exercises/${id}`}
            className="-mx-3 flex flex-wrap items-center gap-x-4 rounded-box px-3 py-3 hover:bg-working-ground/60"
          >
            <span className="min-w-40 flex-1 truncate font-semibold">{version.title}</span>
            {slug === null && (
              <span className="text-sm text-ink-2 tabular-nums">
                version {version.number}, <Moment at={version.createdAt} />
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  )
}
