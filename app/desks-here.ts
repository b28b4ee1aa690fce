import { cookies } from 'next/headers'
import { classesOfDesks } from '@/lib/server/auth/cookies'
import { currentStudent } from '@/lib/server/auth/session'
import { classById } from '@/lib/server/db/classes'

export interface DeskHere {
  readonly classId: string
  readonly code: string
  readonly title: string
  readonly name: string
}

/** A browser holds a few desks; hundreds in a forged header are not looked up. */
const mostDesks = 12

/**
 * Desks that are open on this browser, from its cookies alone. Class codes are not looked up here: a page that told
 * right codes from wrong ones would be a way around the budget of wrong codes.
 */
export async function desksHere(): Promise<readonly DeskHere[]> {
  const ids = classesOfDesks((await cookies()).getAll().map(({ name }) => name))
  const found: DeskHere[] = []
  for (const id of ids.slice(-mostDesks)) {
    const [student, taught] = [await currentStudent(id), await classById(id)]
    if (student && taught) {
      found.push({ classId: id, code: taught.code, title: taught.title, name: student.name })
    }
  }
  return found
}
