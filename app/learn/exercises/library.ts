import type { ShownSection } from '@/components/learn/library'
import { sections } from '@/lib/lessons'
import { builtInExercises } from '@/lib/server/db/exercises'

/** The library by sections, with the titles that stand in its files. */
export async function shownSections(): Promise<readonly ShownSection[]> {
  const titles = new Map((await builtInExercises()).map(({ slug, version }) => [slug, version.title]))
  return sections
    .map(({ id, title, rungs }) => ({
      id,
      title,
      rungs: rungs.map(({ slug, number, minutes }) => ({
        slug,
        number,
        minutes,
        title: titles.get(slug) ?? slug,
      })),
    }))
    .filter(({ rungs }) => rungs.length > 0)
}
