import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ScoresPage } from '@/components/scores/scores-page'
import { currentTeacher } from '@/lib/server/auth/session'
import { classForTeacher } from '@/lib/server/db/classes'
import { exportRows } from '@/lib/server/history/export-rows'
import { classScores } from '@/lib/server/history/score-sheet'
import { SignedOut } from '../../../signed-out'

export const metadata: Metadata = { title: 'Scores' }

/** What counts in a class and what everybody has. For others than its teachers there is no such page. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const teacher = await currentTeacher()
  if (!teacher) return <SignedOut />
  const taught = await classForTeacher(id, teacher.id)
  if (!taught) notFound()
  return <ScoresPage scores={classScores(taught, await exportRows(taught.id))} countedAt={Date.now()} />
}
