import type { Metadata } from 'next'
import { HistoryPage } from '@/components/history/history-page'
import { SignedOut } from '../../../signed-out'
import { type ClassParams, taughtClass } from '../taught'

export const metadata: Metadata = { title: 'History' }

/** What happened in a class. For others than its teachers there is no such page. */
export default async function Page(props: ClassParams) {
  const here = await taughtClass(props)
  if (!here) return <SignedOut />
  const { id, title } = here.taught
  return <HistoryPage classId={id} title={title} />
}
