import type { PublicExercise } from '@/lib/protocol/exercise'
import { builtInExercises } from '@/lib/server/db/exercises'
import { checkSource } from '@/lib/server/workers/check'

export interface Shown {
  readonly slug: string
  readonly title: string
}

/** The built-in exercises in the lesson's order. */
export async function shownExercises(): Promise<readonly Shown[]> {
  return (await builtInExercises()).map(({ slug, version }) => ({ slug, title: version.title }))
}

/** What students see of each version, computed once. */
const views = new Map<string, PublicExercise>()

/** A built-in exercise as students see it, without its answers; null where there is none, or it cannot be shown now. */
export async function shownExercise(slug: string): Promise<PublicExercise | null> {
  const exercise = (await builtInExercises()).find(one => one.slug === slug)
  if (!exercise) return null
  const { id, source } = exercise.version
  const known = views.get(id)
  if (known) return known
  const checked = await checkSource(source)
  const view = checked.ok ? checked.answer.view : null
  if (view) views.set(id, view)
  return view
}
