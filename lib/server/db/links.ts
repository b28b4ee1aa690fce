import { database } from './client'
import type { TeacherRecord } from './teachers'
import { write } from './write'

export type LinkKind = 'owner' | 'invite'

export interface LinkRecord {
  readonly kind: LinkKind
  readonly expiresAt: number
  readonly used: boolean
}

/** How long after its end an old link can still be told from one that never existed. */
const rememberedMs = 30 * 24 * 3_600_000

export async function addLink(link: {
  tokenHash: string
  kind: LinkKind
  invitedById: string | null
  /** The class that the invited teacher then co-teaches. */
  classId?: string | null
  expiresAt: number
  now: number
}): Promise<void> {
  const { tokenHash, kind, invitedById, classId = null, expiresAt, now } = link
  await write(async tx => {
    await tx.teacherLink.deleteMany({ where: { expiresAt: { lt: now - rememberedMs } } })
    await tx.teacherLink.create({ data: { tokenHash, kind, invitedById, classId, expiresAt } })
  })
}

export async function linkByHash(tokenHash: string): Promise<LinkRecord | null> {
  const row = await database().teacherLink.findUnique({ where: { tokenHash } })
  if (!row || (row.kind !== 'owner' && row.kind !== 'invite')) return null
  return { kind: row.kind, expiresAt: Number(row.expiresAt), used: row.usedAt !== null }
}

/** Somebody who comes in by a link. An owner's link brings back the owner, once there is one. */
export interface Newcomer {
  readonly id: string
  readonly name: string
  readonly nameKey: string
  readonly passHash: string
}

export type Redeemed =
  | { ok: true; teacher: TeacherRecord }
  | { ok: false; why: 'gone' | 'name-taken' | 'needs-newcomer' }

/**
 * Uses a link up and opens the session in one transaction, so that only one of two clicks on the same link gets a
 * session. The link stays unused where the name is taken or none was given.
 */
export async function redeemLink(use: {
  tokenHash: string
  now: number
  newcomer: Newcomer | null
  /** The new passphrase of the owner who comes back, if one was given. */
  newPassHash: string | null
  session: { tokenHash: string; expiresAt: number }
}): Promise<Redeemed> {
  const { tokenHash, now, newcomer, newPassHash, session } = use
  try {
    return await write(async tx => {
      const taken = await tx.teacherLink.updateMany({
        where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
        data: { usedAt: now },
      })
      if (taken.count !== 1) throw new Unredeemed('gone')
      const link = await tx.teacherLink.findUniqueOrThrow({ where: { tokenHash } })
      const owner = link.kind === 'owner' ? await tx.teacher.findFirst({ where: { owner: true } }) : null
      let teacher: TeacherRecord
      if (owner) {
        if (newPassHash !== null) {
          await tx.teacher.update({ where: { id: owner.id }, data: { passHash: newPassHash } })
          await tx.teacherSession.deleteMany({ where: { teacherId: owner.id } })
        }
        teacher = { id: owner.id, name: owner.name, owner: true }
      } else {
        if (!newcomer) throw new Unredeemed('needs-newcomer')
        if (await tx.teacher.findUnique({ where: { nameKey: newcomer.nameKey } })) {
          throw new Unredeemed('name-taken')
        }
        const made = await tx.teacher.create({
          data: { ...newcomer, owner: link.kind === 'owner', createdAt: now },
        })
        teacher = { id: made.id, name: made.name, owner: made.owner }
        const { classId } = link
        // The class may have been deleted since.
        if (
          classId !== null &&
          (await tx.class.findUnique({ where: { id: classId }, select: { id: true } }))
        ) {
          await tx.classTeacher.create({ data: { classId, teacherId: made.id } })
        }
      }
      await tx.teacherSession.create({ data: { ...session, teacherId: teacher.id } })
      return { ok: true as const, teacher }
    })
  } catch (error) {
    if (error instanceof Unredeemed) return { ok: false, why: error.why }
    throw error
  }
}

/** Thrown only to make the transaction above roll back, and caught there. */
class Unredeemed extends Error {
  constructor(readonly why: 'gone' | 'name-taken' | 'needs-newcomer') {
    super(why)
  }
}
