import { notFound } from 'next/navigation'
import { currentTeacher } from '@/lib/server/auth/session'
import { type ClassRecord, classForTeacher } from '@/lib/server/db/classes'
import type { TeacherRecord } from '@/lib/server/db/teachers'

export interface ClassParams {
  params: Promise<{ id: string }>
}

/** The class that a page is about, and who looks at it: one of its teachers, for others there is no such page. Null for nobody. */
export async function taughtClass({
  params,
}: ClassParams): Promise<{ taught: ClassRecord; teacher: TeacherRecord } | null> {
  const { id } = await params
  const teacher = await currentTeacher()
  if (!teacher) return null
  const taught = await classForTeacher(id, teacher.id)
  if (!taught) notFound()
  return { taught, teacher }
}
