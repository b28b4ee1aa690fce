import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { BoardPage } from '@/components/board/board-page'
import type { ChoosableExercise } from '@/components/board/closer/choice'
import type { Staff } from '@/components/board/people/co-teachers-dialog'
import type { RunnableSection } from '@/components/board/section/runnable'
import { UndoProvider } from '@/components/ui/undo'
import { hasRandom } from '@/lib/language/syntax/random'
import { builtInOf } from '@/lib/lessons'
import { ownAddresses } from '@/lib/server/auth/addresses'
import { classCodes } from '@/lib/server/auth/budgets'
import { addressHeader } from '@/lib/server/auth/request-headers'
import { coTeachers } from '@/lib/server/db/classes'
import { drawnVersions, type ExerciseRecord, exercisesOfTeacher } from '@/lib/server/db/exercises'
import { allTeachers, type TeacherRecord } from '@/lib/server/db/teachers'
import { sectionOutlines, titleInList } from '@/lib/server/lesson/read'
import { SignedOut } from '../../signed-out'
import { type ClassParams, taughtClass } from './taught'

export const metadata: Metadata = { title: 'Board' }

/** The board of a class. For others than its teachers there is no such page. */
export default async function Page(props: ClassParams) {
  const here = await taughtClass(props)
  if (!here) return <SignedOut />
  const { taught, teacher } = here
  // The code will be typed from the teacher's address, where a neighbour's wrong codes must not keep the class out.
  classCodes.right((await headers()).get(addressHeader) ?? 'unknown', taught.code)
  const own = taught.ownerId === teacher.id
  const exercises = await exercisesOfTeacher(teacher.id)
  const drawn = await drawnVersions()
  return (
    <UndoProvider>
      <BoardPage
        classId={taught.id}
        title={taught.title}
        code={taught.code}
        addresses={ownAddresses()}
        choosable={exercises.map(exercise => choosableExercise(exercise, drawn))}
        sections={runnableSections(exercises)}
        staff={own ? await staff(taught.id, teacher) : null}
      />
    </UndoProvider>
  )
}

function choosableExercise(
  { slug, version: { id, title, source } }: ExerciseRecord,
  drawn: ReadonlyMap<string, string>,
): ChoosableExercise {
  if (slug === null) return { version: id, title, kind: 'own', draws: hasRandom(source) }
  const found = builtInOf(slug)
  const stands = found && { section: found.section.title, minutes: found.minutes }
  const fresh = drawn.get(slug)
  return { version: id, title, kind: 'built-in', ...stands, ...(fresh !== undefined && { drawn: fresh }) }
}

/** The sections of the lesson with the exercises that this teacher can choose of them. */
function runnableSections(exercises: readonly ExerciseRecord[]): RunnableSection[] {
  const versions = new Map(
    exercises.flatMap(({ slug, version }) => (slug === null ? [] : [[slug, version.id]])),
  )
  return sectionOutlines().map(section => ({
    slug: section.slug,
    title: titleInList(section),
    minutes: section.minutes,
    versions: section.exercises.flatMap(slug => versions.get(slug) ?? []),
  }))
}

/** Whom the class's owner can name as co-teachers, and who can invite more. */
async function staff(classId: string, owner: TeacherRecord): Promise<Staff> {
  const named = new Set((await coTeachers(classId)).map(({ id }) => id))
  const teachers = await allTeachers()
  return {
    colleagues: teachers
      .filter(({ id }) => id !== owner.id)
      .map(({ id, name }) => ({ id, name, named: named.has(id) })),
    invitedBy: owner.owner ? null : (teachers.find(one => one.owner)?.name ?? ''),
  }
}
