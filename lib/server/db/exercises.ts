import { newId } from '@/lib/protocol/ids'
import { database } from './client'
import type { Prisma } from './generated/client'
import { write } from './write'

/** An exercise with its latest version, as its teacher sees it. */
export interface ExerciseRecord {
  readonly id: string
  /** The name of a built-in exercise; null for a teacher's own. */
  readonly slug: string | null
  readonly ownerId: string | null
  readonly version: VersionRecord
}

export interface VersionRecord {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly source: string
  readonly createdAt: number
}

const versionShown = { id: true, number: true, title: true, source: true, createdAt: true } as const
const shown = {
  id: true,
  slug: true,
  ownerId: true,
  createdAt: true,
  versions: { select: versionShown, orderBy: { number: 'desc' }, take: 1 },
} as const

interface VersionRow {
  id: string
  number: number
  title: string
  source: string
  createdAt: bigint
}

function version(row: VersionRow): VersionRecord {
  const { id, number, title, source } = row
  return { id, number, title, source, createdAt: Number(row.createdAt) }
}

function record(row: {
  id: string
  slug: string | null
  ownerId: string | null
  versions: VersionRow[]
}): ExerciseRecord[] {
  const latest = row.versions[0]
  if (!latest) return []
  return [{ id: row.id, slug: row.slug, ownerId: row.ownerId, version: version(latest) }]
}

/** Behind the slug of a built-in exercise: the same one, with fresh numbers for each student. No slug of the library has a stroke. */
const drawn = '/draws'

export const drawnSlug = (slug: string): string => slug + drawn

/** The built-in exercises in the lesson's order, with the lesson's numbers. */
export async function builtInExercises(): Promise<(ExerciseRecord & { slug: string })[]> {
  const rows = await database().exercise.findMany({
    where: { slug: { not: null }, NOT: { slug: { endsWith: drawn } } },
    select: shown,
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
  })
  return rows.flatMap(record).flatMap(one => (one.slug === null ? [] : [{ ...one, slug: one.slug }]))
}

/** Latest versions of the built-in exercises with fresh numbers, by the slug of the exercise. */
export async function drawnVersions(): Promise<Map<string, string>> {
  const rows = await database().exercise.findMany({ where: { slug: { endsWith: drawn } }, select: shown })
  return new Map(
    rows.flatMap(record).map(({ slug, version: { id } }) => [slug?.slice(0, -drawn.length) ?? '', id]),
  )
}

/**
 * What this teacher may choose for a class: the built-ins in the lesson's order, then the teacher's own, newest
 * first.
 */
export async function exercisesOfTeacher(teacherId: string): Promise<ExerciseRecord[]> {
  const own = await database().exercise.findMany({
    where: { ownerId: teacherId },
    select: shown,
    orderBy: { createdAt: 'desc' },
  })
  return [...(await builtInExercises()), ...own.flatMap(record)]
}

/** A built-in exercise or one of this teacher's own; null for any other. */
export async function exerciseForTeacher(id: string, teacherId: string): Promise<ExerciseRecord | null> {
  const row = await database().exercise.findFirst({
    where: { id, OR: [{ slug: { not: null } }, { ownerId: teacherId }] },
    select: shown,
  })
  return row ? (record(row)[0] ?? null) : null
}

/** Versions by id, of any exercise. This is for rooms, which have checked who may choose them. */
export async function versionsById(ids: readonly string[]): Promise<VersionRecord[]> {
  const rows = await database().exerciseVersion.findMany({
    where: { id: { in: [...ids] } },
    select: versionShown,
  })
  return rows.map(version)
}

/** Keeps the versions that this teacher may choose: any version of a built-in or of the teacher's own exercises. */
export async function versionsOpenTo(ids: readonly string[], teacherId: string): Promise<Set<string>> {
  const rows = await database().exerciseVersion.findMany({
    where: { id: { in: [...ids] }, exercise: { OR: [{ slug: { not: null } }, { ownerId: teacherId }] } },
    select: { id: true },
  })
  return new Set(rows.map(row => row.id))
}

/**
 * Stores a new version, of a new exercise where `exerciseId` is null. Gives null where the exercise is not this
 * teacher's.
 */
export async function saveExercise(saved: {
  exerciseId: string | null
  ownerId: string
  title: string
  source: string
  now: number
}): Promise<{ exercise: string; version: string } | null> {
  const { exerciseId, ownerId, title, source, now } = saved
  return write(async tx => {
    let id = exerciseId
    if (id === null) {
      id = newId()
      await tx.exercise.create({ data: { id, ownerId, createdAt: now } })
    } else if (!(await tx.exercise.findFirst({ where: { id, ownerId }, select: { id: true } }))) {
      return null
    }
    const last = await tx.exerciseVersion.findFirst({
      where: { exerciseId: id },
      orderBy: { number: 'desc' },
    })
    if (last && last.source === source) return { exercise: id, version: last.id }
    const made = {
      id: newId(),
      exerciseId: id,
      number: (last?.number ?? 0) + 1,
      title,
      source,
      createdAt: now,
    }
    await tx.exerciseVersion.create({ data: made })
    return { exercise: id, version: made.id }
  })
}

export interface BuiltInFile {
  readonly slug: string
  /** Its place among all, counted from 1. */
  readonly position: number
  readonly title: string
  readonly source: string
}

/**
 * Brings the built-in exercises in line with the files of this build. A file whose text changed is a new
 * version; classes stay on the version that they chose. One look and two writes, because every start waits for them.
 */
export async function seedBuiltIns(files: readonly BuiltInFile[], now: number): Promise<void> {
  await write(async tx => {
    const stored = await tx.exercise.findMany({
      where: { slug: { not: null } },
      select: { id: true, slug: true, position: true, versions: { orderBy: { number: 'desc' }, take: 1 } },
    })
    const known = new Map(stored.map(one => [one.slug, one]))
    const exercises: Prisma.ExerciseCreateManyInput[] = []
    const versions: Prisma.ExerciseVersionCreateManyInput[] = []
    for (const { slug, position, title, source } of files) {
      const exercise = known.get(slug)
      const id = exercise?.id ?? newId()
      if (!exercise) exercises.push({ id, slug, position, createdAt: now })
      else if (exercise.position !== position) await tx.exercise.update({ where: { id }, data: { position } })
      const last = exercise?.versions[0]
      if (last?.source === source) continue
      const number = (last?.number ?? 0) + 1
      versions.push({ id: newId(), exerciseId: id, number, title, source, createdAt: now })
    }
    await tx.exercise.createMany({ data: exercises })
    await tx.exerciseVersion.createMany({ data: versions })
  })
}
