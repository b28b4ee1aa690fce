import { buildKey, publicView, readExercise } from '@/lib/exercise'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { builtInExercises } from '@/lib/server/db/exercises'
import { sentenceOf } from '@/lib/words/sentence'

export interface Shown {
  readonly slug: string
  readonly title: string
}

/** The built-in exercises in the lesson's order. */
export async function shownExercises(): Promise<readonly Shown[]> {
  return (await builtInExercises()).map(({ slug, version }) => ({ slug, title: version.title }))
}

/** What students see of each version, computed once: the files are our own, and known to be quick. */
const views = new Map<string, PublicExercise>()

/** A built-in exercise as students see it, without its answers; null where there is none. */
export async function shownExercise(slug: string): Promise<PublicExercise | null> {
  const version = (await builtInExercises()).find(one => one.slug === slug)?.version
  if (!version) return null
  const view = views.get(version.id) ?? viewOf(version)
  views.set(version.id, view)
  return view
}

function viewOf({ id, source }: { id: string; source: string }): PublicExercise {
  const read = readExercise(source)
  const built = read.ok ? buildKey(read.exercise) : read
  if (!built.ok) throw new Error(`a built-in exercise is wrong: ${id}`)
  return publicView(built.key, id, sentenceOf)
}
