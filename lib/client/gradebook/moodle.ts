import { allExcused, type ClassScores, outOfMost, type StudentScores } from '@/lib/protocol/scores'
import { plainText } from '@/lib/words/text'
import { type CsvCell, csvText, verbatim } from './csv'

/** By which of its fields Moodle knows a student. Its user names are in lower case. */
export const moodleFields = ['ID number', 'Username'] as const
export type MoodleField = (typeof moodleFields)[number]

/** A student whom Moodle could not find, so that the file leaves the student out. */
export interface LeftOut {
  readonly name: string
  readonly why: 'no number' | 'number twice'
}

export interface MoodleChoice {
  readonly field: MoodleField
  /** Grades in percent, as new grade items of Moodle have them, or in points. */
  readonly percent: boolean
}

/** A file for Moodle (Grades, Import, CSV file): one row a student, one column a grade, and one for feedback. */
export function moodleText(
  scores: ClassScores,
  { field, percent }: MoodleChoice,
): { text: string; left: LeftOut[] } {
  const { exercises, students } = scores
  const numbers = students.flatMap(({ number }) => number ?? [])
  const left = students.flatMap(({ name, number }): LeftOut[] => {
    if (number === null) return [{ name, why: 'no number' }]
    return numbers.filter(other => other === number).length > 1 ? [{ name, why: 'number twice' }] : []
  })
  const out = new Set(left.map(({ name }) => name))
  const titles = distinct([...exercises.map(({ title }) => plainText(title)), 'Total'])
  const rows = students
    .filter(({ name }) => !out.has(name))
    .map((student): CsvCell[] => [
      verbatim(field === 'Username' ? (student.number ?? '').toLowerCase() : (student.number ?? '')),
      student.name,
      ...student.exercises.map((sum, at) => grade(sum, percent ? 100 : (exercises[at]?.points ?? 0))),
      grade(student.total, percent ? 100 : scores.points),
      feedback(scores, student),
    ])
  return { text: csvText([[field, 'Name', ...titles, 'Feedback'], ...rows]), left }
}

/** Moodle reads a dash as no grade, and nothing at all as one that it cannot read. */
function grade(sum: StudentScores['total'], most: number): CsvCell {
  return outOfMost(sum, most) ?? verbatim('-')
}

/** What the teacher decided for this student, which Moodle can show beside the grade. */
export function feedback({ exercises }: ClassScores, student: StudentScores): string {
  return exercises
    .flatMap(({ title, steps }, nth) => {
      const sum = student.exercises[nth]
      if (sum && steps.length > 0 && allExcused(sum)) return [`${plainText(title)}: excused.`]
      return steps.flatMap((step, at) => {
        const score = student.steps[nth]?.[at]
        const name = plainText(step.title)
        if (score?.excused) return [`${name}: excused.`]
        if (score?.override) {
          return [`${name}: counted as ${score.override.verdict}. ${score.override.note}`.trimEnd()]
        }
        if (score?.waiting && step.points > 0) return [`${name}: answered, not marked yet.`]
        return []
      })
    })
    .join('\n')
}

/** Titles that differ: the second of two alike gets a number. */
export function distinct(titles: readonly string[]): string[] {
  return titles.map((title, at) => {
    const before = titles.slice(0, at).filter(other => other === title).length
    return before === 0 ? title : `${title} (${before + 1})`
  })
}
