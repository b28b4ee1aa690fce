import { mergedProgress, noProgress } from '@/lib/learning'
import type { Progress } from '@/lib/protocol/learn-progress'
import { CarriedProgress } from '@/lib/protocol/learner'
import { database } from './client'
import type { Prisma } from './generated/client'
import { write } from './write'

type Transaction = Prisma.TransactionClient

/** A learner without a desk is kept so long after a device last brought or fetched the progress: 30 days. */
export const learnerLastsMs = 30 * 86_400_000

/** The device that asks. */
export interface AskingDevice {
  /** The hash of the token that it has; null where it has none. */
  readonly known: string | null
  /** The hash of the one that it gets where the server does not know it by that. */
  readonly fresh: string
  readonly now: number
}

/** A learner as the device that asked knows them from now on. */
export interface KnownLearner {
  /** Whether the fresh token counts, and not the one that it had. */
  readonly fresh: boolean
  readonly progress: Progress
  /** Unix milliseconds; null where a desk keeps the progress. */
  readonly keptUntil: number | null
}

/** What a device brings, and for what: a code for another device, or a desk that keeps it. */
export interface Brought {
  /** The learner's id, where there is none yet. */
  readonly id: string
  readonly progress: Progress
  readonly to: { readonly codeHash: string; readonly expiresAt: number } | { readonly studentId: string }
}

/** Stores progress: a learner that is not known yet is made, else the progress is merged. The code before the new one ends. */
export async function bringProgress(device: AskingDevice, brought: Brought): Promise<KnownLearner> {
  const { id, progress, to } = brought
  const { now } = device
  return write(async tx => {
    await forgetOld(tx, now)
    const desk = 'studentId' in to ? await learnerOfStudent(tx, to.studentId) : null
    const learnerId = desk ?? (await learnerOfDevice(tx, device.known)) ?? id
    if (learnerId === id) {
      await tx.learner.create({ data: { id, progress: stored(noProgress), createdAt: now, usedAt: now } })
    }
    const fresh = await isOn(tx, learnerId, device)
    await addProgress(tx, learnerId, progress, now)
    if ('studentId' in to) {
      await tx.student.update({ where: { id: to.studentId }, data: { learnerId } })
    } else {
      await tx.learnerPass.deleteMany({ where: { learnerId } })
      await tx.learnerPass.create({ data: { ...to, learnerId } })
    }
    return known(tx, learnerId, fresh)
  })
}

/**
 * The progress behind a code, which is used up by that, or the one that a desk keeps; null where there is none. Where the device was known
 * as another learner, both are one person from now on.
 */
export async function fetchProgress(
  device: AskingDevice,
  from: { readonly codeHash: string } | { readonly studentId: string },
): Promise<KnownLearner | null> {
  return write(async tx => {
    await forgetOld(tx, device.now)
    const learnerId =
      'codeHash' in from ? await takePass(tx, from.codeHash) : await learnerOfStudent(tx, from.studentId)
    if (learnerId === null) return null
    const fresh = await isOn(tx, learnerId, device)
    await tx.learner.update({ where: { id: learnerId }, data: { usedAt: device.now } })
    return known(tx, learnerId, fresh)
  })
}

/** Whether progress is kept with a student's desk. */
export async function keepsProgress(studentId: string): Promise<boolean> {
  return (await database().student.count({ where: { id: studentId, learnerId: { not: null } } })) > 0
}

/** Deletes the learner of a device: the progress, the codes, the other devices' tokens. Entries in classes stay. */
export async function forgetLearner(tokenHash: string): Promise<void> {
  await write(tx => tx.learner.deleteMany({ where: { devices: { some: { tokenHash } } } }))
}

/** Deletes the learners whose time is over, and the codes. */
export async function forgetOldLearners(now: number): Promise<void> {
  await write(tx => forgetOld(tx, now))
}

async function forgetOld(tx: Transaction, now: number): Promise<void> {
  await tx.learnerPass.deleteMany({ where: { expiresAt: { lte: now } } })
  await tx.learner.deleteMany({ where: { usedAt: { lte: now - learnerLastsMs }, students: { none: {} } } })
}

async function takePass(tx: Transaction, codeHash: string): Promise<string | null> {
  const pass = await tx.learnerPass.findUnique({ where: { codeHash }, select: { learnerId: true } })
  if (pass) await tx.learnerPass.delete({ where: { codeHash } })
  return pass?.learnerId ?? null
}

async function learnerOfStudent(tx: Transaction, id: string): Promise<string | null> {
  const student = await tx.student.findUnique({ where: { id }, select: { learnerId: true } })
  return student?.learnerId ?? null
}

async function learnerOfDevice(tx: Transaction, tokenHash: string | null): Promise<string | null> {
  if (tokenHash === null) return null
  const device = await tx.learnerDevice.findUnique({ where: { tokenHash }, select: { learnerId: true } })
  return device?.learnerId ?? null
}

/** Makes the device one of the learner's, with all that another learner had whom it belonged to. Whether by its fresh token. */
async function isOn(tx: Transaction, learnerId: string, device: AskingDevice): Promise<boolean> {
  const before = await learnerOfDevice(tx, device.known)
  if (before === null) {
    const { fresh: tokenHash, now: createdAt } = device
    await tx.learnerDevice.create({ data: { tokenHash, learnerId, createdAt } })
    return true
  }
  if (before === learnerId) return false
  await addProgress(tx, learnerId, await progressOf(tx, before), device.now)
  const theirs = { where: { learnerId: before }, data: { learnerId } }
  await tx.learnerDevice.updateMany(theirs)
  await tx.student.updateMany(theirs)
  await tx.learner.delete({ where: { id: before } })
  return false
}

async function addProgress(tx: Transaction, id: string, brought: Progress, now: number): Promise<void> {
  const merged = mergedProgress(await progressOf(tx, id), brought)
  // Two that together are more than any library has are no progress; then the later one counts.
  const progress = CarriedProgress.safeParse(merged).success ? merged : brought
  await tx.learner.update({ where: { id }, data: { progress: stored(progress), usedAt: now } })
}

async function progressOf(tx: Transaction, id: string): Promise<Progress> {
  const learner = await tx.learner.findUnique({ where: { id }, select: { progress: true } })
  const read = CarriedProgress.safeParse(JSON.parse(learner?.progress ?? 'null'))
  return read.success ? read.data : noProgress
}

const stored = (progress: Progress): string => JSON.stringify(progress)

async function known(tx: Transaction, id: string, fresh: boolean): Promise<KnownLearner> {
  const desks = await tx.student.count({ where: { learnerId: id } })
  const learner = await tx.learner.findUniqueOrThrow({ where: { id }, select: { usedAt: true } })
  const keptUntil = desks > 0 ? null : Number(learner.usedAt) + learnerLastsMs
  return { fresh, progress: await progressOf(tx, id), keptUntil }
}
