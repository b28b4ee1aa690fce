import { readNumber } from '@/lib/protocol/student-number'
import type { CanvasRow } from './canvas'

/** Who of a class is which row of a grade book. */

interface Student {
  readonly id: string
  readonly name: string
  readonly number: string | null
}

export interface Matched {
  readonly student: string
  readonly place: number
  readonly by: 'number' | 'name'
}

/** A student who is no row for sure. */
export interface Unsure {
  readonly student: string
  /** Rows that it may be: several with this number or name, or some whose name holds all of the student's. */
  readonly places: readonly number[]
}

export interface Matching {
  readonly matched: readonly Matched[]
  readonly unsure: readonly Unsure[]
  /** Rows that are nobody of the class. */
  readonly left: readonly number[]
}

/**
 * By the student number, then by the name. Where two students or two rows have the same, nobody can tell which is which, and
 * both are left to the teacher.
 */
export function matchRows(students: readonly Student[], rows: readonly CanvasRow[]): Matching {
  const matched: Matched[] = []
  const possible = new Map<string, ReadonlySet<number>>()
  const taken = { students: new Set<string>(), rows: new Set<number>() }
  for (const by of ['number', 'name'] as const) {
    const openStudents = students.filter(({ id }) => !taken.students.has(id) && !possible.has(id))
    const openRows = rows.filter(({ place }) => !taken.rows.has(place))
    const found = candidates(openStudents, openRows, by)
    const wanted = found.flatMap(({ places }) => [...places])
    for (const { id, places } of found) {
      const [place] = places
      if (place === undefined) continue
      const rivals = wanted.filter(other => other === place).length
      if (places.size > 1 || rivals > 1) possible.set(id, places)
      else {
        matched.push({ student: id, place, by })
        taken.students.add(id)
        taken.rows.add(place)
      }
    }
  }
  const open = rows.filter(({ place }) => !taken.rows.has(place))
  const unsure = students.flatMap(({ id, name }): Unsure[] => {
    if (taken.students.has(id)) return []
    const known = [...(possible.get(id) ?? [])].filter(place => !taken.rows.has(place))
    return [{ student: id, places: known.length > 0 ? known : alike(name, open) }]
  })
  const asked = new Set(unsure.flatMap(({ places }) => places))
  const left = open.map(({ place }) => place).filter(place => !asked.has(place))
  return { matched, unsure, left }
}

function candidates(students: readonly Student[], rows: readonly CanvasRow[], by: 'number' | 'name') {
  const found = new Map<string, Set<number>>()
  for (const row of rows) {
    const keys = by === 'name' ? [nameKey(row.name)] : row.ids.flatMap(idKeys)
    for (const key of keys) found.set(key, (found.get(key) ?? new Set()).add(row.place))
  }
  return students.map(({ id, name, number }) => {
    const key = by === 'name' ? nameKey(name) : number
    return { id, places: (key !== null && key !== '' && found.get(key)) || new Set<number>() }
  })
}

/** An id of the grade book as student numbers are spelled; of `s123@uni.edu` also what stands before the sign. */
function idKeys(id: string): string[] {
  const [before = ''] = id.split('@')
  return [id, before].flatMap(text => readNumber(text) ?? [])
}

/** The words of a name, whatever their order, case and accents; the mark that tells doubles apart is none of them. */
export function nameWords(name: string): string[] {
  return name
    .replace(/ \(\d+\)$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
    .sort()
}

const nameKey = (name: string) => nameWords(name).join(' ')

/** Rows whose name holds every word of a student's. */
function alike(name: string, rows: readonly CanvasRow[]): number[] {
  const words = nameWords(name)
  if (words.length === 0) return []
  return rows
    .filter(row => {
      const others = nameWords(row.name)
      return words.every(word => others.includes(word))
    })
    .map(({ place }) => place)
}
