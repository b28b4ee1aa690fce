import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HistoryPage } from '@/components/history/history-page'
import { currentTeacher } from '@/lib/server/auth/session'
import { classForTeacher } from '@/lib/server/db/classes'
import { SignedOut } from '../../../signed-out'

export const metadata: Metadata = { title: 'History' }

/** What happened in a class. For others than its teachers there is no such page. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const teacher = await currentTeacher()
  if (!teacher) return <SignedOut />
  const taught = await classForTeacher(id, teacher.id)
  if (!taught) notFound()
  return <HistoryPage classId={taught.id} title={taught.title} />
}
