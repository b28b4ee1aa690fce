import type { Metadata } from 'next'
import { ScoresPage } from '@/components/scores/scores-page'
import { exportRows } from '@/lib/server/history/export-rows'
import { classScores } from '@/lib/server/history/score-sheet'
import { SignedOut } from '../../../signed-out'
import { type ClassParams, taughtClass } from '../taught'

export const metadata: Metadata = { title: 'Scores' }

/** What counts in a class and what everybody has. For others than its teachers there is no such page. */
export default async function Page(props: ClassParams) {
  const here = await taughtClass(props)
  if (!here) return <SignedOut />
  const { taught } = here
  return <ScoresPage scores={classScores(taught, await exportRows(taught.id))} countedAt={Date.now()} />
}
