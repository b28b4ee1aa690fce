import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { BoardPage } from '@/components/board/board-page'
import type { ChoosableExercise } from '@/components/board/closer/choice'
import { lanAddresses } from '@/lib/server/auth/addresses'
import { classCodes } from '@/lib/server/auth/budgets'
import { addressHeader } from '@/lib/server/auth/request-headers'
import { currentTeacher } from '@/lib/server/auth/session'
import { classForTeacher, coTeachers } from '@/lib/server/db/classes'
import { exercisesOfTeacher } from '@/lib/server/db/exercises'
import { allTeachers } from '@/lib/server/db/teachers'
import { env } from '@/lib/server/env'
import { SignedOut } from '../../signed-out'

export const metadata: Metadata = { title: 'Board' }

/** The board of a class. For others than its teachers there is no such page. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const teacher = await currentTeacher()
  if (!teacher) return <SignedOut />
  const taught = await classForTeacher(id, teacher.id)
  if (!taught) notFound()
  // The code will be typed from the teacher's address, where a neighbour's wrong codes must not keep the class out.
  classCodes.right((await headers()).get(addressHeader) ?? 'unknown', taught.code)
  const own = taught.ownerId === teacher.id
  const exercises = await exercisesOfTeacher(teacher.id)
  const { ORIGIN } = env()
  return (
    <BoardPage
      classId={taught.id}
      title={taught.title}
      code={taught.code}
      addresses={ORIGIN === undefined ? lanAddresses() : [ORIGIN]}
      choosable={exercises.map(
        ({ slug, version }): ChoosableExercise => ({
          version: version.id,
          title: version.title,
          kind: slug === null ? 'own' : 'built-in',
        }),
      )}
      colleagues={own ? await colleagues(taught.id, teacher.id) : null}
    />
  )
}

async function colleagues(classId: string, ownerId: string) {
  const named = new Set((await coTeachers(classId)).map(({ id }) => id))
  const others = (await allTeachers()).filter(({ id }) => id !== ownerId)
  return others.map(({ id, name }) => ({ id, name, named: named.has(id) }))
}
