'use client'

import { useMemo, useState } from 'react'
import { type CanvasFile, canvasText, readCanvas } from '@/lib/client/gradebook/canvas'
import { type Matching, matchRows } from '@/lib/client/gradebook/match'
import type { ClassScores } from '@/lib/protocol/scores'
import { columnFor, type Goal, type GradeItem, gradeItems, likelyGoal } from './grade-items'

/** A grade book of a large course has some hundred KB. */
const bytesMost = 20_000_000

export interface CanvasWork {
  readonly file: CanvasFile | null
  /** Why a file could not be read. */
  readonly why: string | null
  readonly give: (file: File) => Promise<void>
  readonly matching: Matching | null
  readonly items: readonly GradeItem[]
  readonly goal: (item: GradeItem) => Goal
  readonly setGoal: (item: GradeItem, goal: Goal) => void
  /** The row that the teacher chose for a student; null where none is chosen. */
  readonly chosen: (student: string) => number | null
  readonly choose: (student: string, place: number | null) => void
  /** Places of rows that are somebody already. */
  readonly taken: ReadonlySet<number>
  /** The new file; null where nobody or nothing would be in it. */
  readonly text: () => string | null
}

/** A grade book of Canvas, read and written in this browser: it is sent nowhere. */
export function useCanvas(scores: ClassScores): CanvasWork {
  const [file, setFile] = useState<CanvasFile | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  const [goals, setGoals] = useState<ReadonlyMap<string, Goal>>(new Map())
  const [choices, setChoices] = useState<ReadonlyMap<string, number>>(new Map())
  const items = useMemo(() => gradeItems(scores), [scores])
  const matching = useMemo(() => file && matchRows(scores.students, file.rows), [file, scores.students])

  async function give(given: File): Promise<void> {
    setFile(null)
    setGoals(new Map())
    setChoices(new Map())
    if (given.size > bytesMost) return setWhy(`${given.name} is too large for a grade book.`)
    const read = readCanvas(await given.text())
    setWhy(read.ok ? null : read.why)
    setFile(read.ok ? read.file : null)
  }

  const goal = (item: GradeItem) => goals.get(item.key) ?? (file ? likelyGoal(item, file) : 'nowhere')
  const places = new Map([
    ...(matching?.matched.map(({ student, place }) => [student, place] as const) ?? []),
    ...choices,
  ])
  function text(): string | null {
    if (!file) return null
    const rows = new Map(
      scores.students.flatMap(student => {
        const place = places.get(student.id)
        return place === undefined ? [] : [[place, student] as const]
      }),
    )
    const columns = items.flatMap(item => columnFor(item, goal(item), file, rows) ?? [])
    if (rows.size === 0 || columns.length === 0) return null
    return canvasText(
      file,
      [...rows.keys()].sort((a, b) => a - b),
      columns,
    )
  }
  return {
    file,
    why,
    give,
    matching,
    items,
    goal,
    setGoal: (item, to) => setGoals(new Map(goals).set(item.key, to)),
    chosen: student => choices.get(student) ?? null,
    choose(student, place) {
      const next = new Map(choices)
      if (place === null) next.delete(student)
      else next.set(student, place)
      setChoices(next)
    },
    taken: new Set(places.values()),
    text,
  }
}
