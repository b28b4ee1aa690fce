import type { Metadata } from 'next'
import { AuthorPage } from '@/components/author/author-page'
import { currentTeacher } from '@/lib/server/auth/session'
import { exerciseForTeacher } from '@/lib/server/db/exercises'
import { SignedOut } from '../../signed-out'

export const metadata: Metadata = { title: 'New exercise' }

/** `?from=` names an exercise, mostly a built-in, that the new one begins as a copy of. */
export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ from?: string | string[] }>
}) {
  const teacher = await currentTeacher()
  if (!teacher) return <SignedOut />
  const { from } = await searchParams
  const original = typeof from === 'string' ? await exerciseForTeacher(from, teacher.id) : null
  return (
    <AuthorPage
      exercise={null}
      stored=""
      readOnly={false}
      {...(original ? { original: { id: original.id, source: original.version.source } } : {})}
    />
  )
}
