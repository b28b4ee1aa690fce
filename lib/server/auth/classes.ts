import { readTitle } from '@/lib/classroom/names'
import { type Refused, refused } from '@/lib/classroom/refusal'
import { newId } from '@/lib/protocol/ids'
import { message } from '@/lib/words/message'
import { addClass, type ClassRecord, classById, nameCoTeacher } from '../db/classes'
import { teacherById } from '../db/teachers'
import { newClassCode } from './codes'

export async function openClass(
  ownerId: string,
  typedTitle: string,
): Promise<{ ok: true; class: ClassRecord } | Refused> {
  const title = readTitle(typedTitle)
  if (!title.ok) return refused('malformed', title.message)
  for (let tries = 0; tries < 10; tries += 1) {
    const opened = { id: newId(), code: newClassCode(), title: title.title, ownerId, createdAt: Date.now() }
    if (await addClass(opened)) return { ok: true, class: opened }
  }
  throw new Error('ten random class codes were all taken')
}

/** Only the owner of a class names its co-teachers; the owner cannot be one. */
export async function changeCoTeacher(
  askingId: string,
  change: { class: string; teacher: string; named: boolean },
): Promise<{ ok: true } | Refused> {
  const found = await classById(change.class)
  // Somebody else's class gets the answer of a class that does not exist.
  if (found?.ownerId !== askingId) return refused('not-found', message('auth.own-no-such-class'))
  if (change.teacher === askingId) return refused('malformed', message('auth.owner-is-in'))
  if (!(await teacherById(change.teacher))) return refused('not-found', message('auth.no-such-teacher'))
  await nameCoTeacher(change.class, change.teacher, change.named)
  return { ok: true }
}
