import type { Metadata } from 'next'
import { ProjectorPage } from '@/components/projector/projector-page'
import { ownAddresses } from '@/lib/server/auth/addresses'
import { SignedOut } from '../../../signed-out'
import { type ClassParams, taughtClass } from '../taught'

export const metadata: Metadata = { title: 'Projector' }

/** What everybody in the room sees. For others than the class's teachers there is no such page. */
export default async function Page(props: ClassParams) {
  const here = await taughtClass(props)
  if (!here) return <SignedOut />
  const { id, title } = here.taught
  return <ProjectorPage classId={id} title={title} addresses={ownAddresses()} />
}
