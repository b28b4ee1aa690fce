import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AuthorPage } from '@/components/author/author-page'
import { currentTeacher } from '@/lib/server/auth/session'
import { exerciseForTeacher } from '@/lib/server/db/exercises'
import { SignedOut } from '../../signed-out'

export const metadata: Metadata = { title: 'Exercise' }

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const teacher = await currentTeacher()
  if (!teacher) return <SignedOut />
  const exercise = await exerciseForTeacher(id, teacher.id)
  if (!exercise) notFound()
  const { version, ownerId } = exercise
  return (
    <AuthorPage
      key={exercise.id}
      exercise={{ id: exercise.id, number: version.number, title: version.title }}
      stored={version.source}
      readOnly={ownerId !== teacher.id}
    />
  )
}
