import type { CanvasAssignment, CanvasColumn, CanvasFile } from '@/lib/client/gradebook/canvas'
import { distinct } from '@/lib/client/gradebook/moodle'
import {
  allExcused,
  type ClassScores,
  outOfMost,
  type StudentScores,
  type SumScore,
} from '@/lib/protocol/scores'

/** What becomes one grade in a grade book: an exercise, or the whole class. */
export interface GradeItem {
  readonly key: string
  readonly title: string
  readonly points: number
  readonly of: (student: StudentScores) => SumScore
}

const nothing: SumScore = { points: null, outOf: 0 }

export function gradeItems({ class: { title }, exercises, points }: ClassScores): GradeItem[] {
  const names = distinct(exercises.map(exercise => exercise.title))
  const single = exercises.map(
    (exercise, at): GradeItem => ({
      key: exercise.version,
      title: names[at] ?? exercise.title,
      points: exercise.points,
      of: student => student.exercises[at] ?? nothing,
    }),
  )
  if (single.length < 2) return single
  return [...single, { key: 'total', title, points, of: student => student.total }]
}

/** Where an item goes: nowhere, into an assignment that Canvas makes of it, or into one of the file (its column). */
export type Goal = 'nowhere' | 'new' | number

/** An exercise goes to the assignment of its name, and is a new one without it; the whole goes nowhere. */
export function likelyGoal(item: GradeItem, { assignments }: CanvasFile): Goal {
  const folded = (title: string) => title.trim().toLowerCase()
  const same = assignments.filter(({ title }) => folded(title) === folded(item.title))
  if (same.length === 1 && same[0]) return same[0].at
  return item.key === 'total' ? 'nowhere' : 'new'
}

/** The column of an item for students by the place of their row; null where the item goes nowhere. */
export function columnFor(
  item: GradeItem,
  goal: Goal,
  { assignments }: CanvasFile,
  rows: ReadonlyMap<number, StudentScores>,
): CanvasColumn | null {
  if (goal === 'nowhere') return null
  const to: CanvasAssignment | undefined = assignments.find(({ at }) => at === goal)
  if (goal !== 'new' && !to) return null
  const possible = to?.possible ?? item.points
  const grades = [...rows].map(([place, student]) => {
    const sum = item.of(student)
    return [place, item.points > 0 && allExcused(sum) ? ('EX' as const) : outOfMost(sum, possible)] as const
  })
  return { to: to ?? item.title, possible, grades: new Map(grades) }
}
