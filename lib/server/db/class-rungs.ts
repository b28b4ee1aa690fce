import { database } from './client'

/** The slugs of the library's exercises that the class works on, in its order; a teacher's own have none. */
export async function rungsOfClass(classId: string): Promise<string[]> {
  const rows = await database().classExercise.findMany({
    where: { classId },
    select: { version: { select: { exercise: { select: { slug: true } } } } },
    orderBy: { position: 'asc' },
  })
  return rows.flatMap(({ version }) => version.exercise.slug ?? [])
}
