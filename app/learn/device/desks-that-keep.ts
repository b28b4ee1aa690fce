import { currentStudent } from '@/lib/server/auth/session'
import { keepsProgress } from '@/lib/server/db/learners'
import { desksHere } from '../../desks-here'

/** The desks that are open on this browser and with which progress is kept. */
export async function desksThatKeep(): Promise<{ classId: string; title: string }[]> {
  const found: { classId: string; title: string }[] = []
  for (const { classId, title } of await desksHere()) {
    const student = await currentStudent(classId)
    if (student && (await keepsProgress(student.id))) found.push({ classId, title })
  }
  return found
}
