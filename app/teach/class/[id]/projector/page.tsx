import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ProjectorPage } from '@/components/projector/projector-page'
import { ownAddresses } from '@/lib/server/auth/addresses'
import { currentTeacher } from '@/lib/server/auth/session'
import { classForTeacher } from '@/lib/server/db/classes'
import { SignedOut } from '../../../signed-out'

export const metadata: Metadata = { title: 'Projector' }

/** What everybody in the room sees. For others than the class's teachers there is no such page. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const teacher = await currentTeacher()
  if (!teacher) return <SignedOut />
  const taught = await classForTeacher(id, teacher.id)
  if (!taught) notFound()
  return <ProjectorPage classId={taught.id} title={taught.title} addresses={ownAddresses()} />
}
