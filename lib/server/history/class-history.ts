import * as z from 'zod/mini'
import type { AnswerRow } from '@/lib/classroom/attempts'
import { boardPacing } from '@/lib/classroom/board-view'
import { questionStatistics } from '@/lib/classroom/questions'
import {
  framesOf,
  inTime,
  type Moment,
  type Numbering,
  sizeOfFrame,
  studentsIn,
} from '@/lib/classroom/recording'
import { type Session, sessionsOf } from '@/lib/classroom/sessions'
import { statisticsOf } from '@/lib/classroom/statistics'
import { storedMistakes } from '@/lib/classroom/stored-verdict'
import { markOf, type PlaceNamed } from '@/lib/classroom/timeline'
import type { BoardExercise } from '@/lib/protocol/board'
import type { ClassHistory, HistoryFrame } from '@/lib/protocol/history'
import type { QuestionStatistics } from '@/lib/protocol/statistics'
import { type StepKey, stepKey } from '@/lib/protocol/step-key'
import { nameOfStep } from '@/lib/protocol/step-name'
import { countedVerdict } from '@/lib/protocol/verdict'
import { message } from '@/lib/words/message'
import { sentenceOf } from '@/lib/words/sentence'
import { classAnswers } from '../db/class-answers'
import type { ClassRecord } from '../db/classes'
import { type ClassRows, classRows } from './class-rows'
import type { Recorded } from './exercises'

/** The most frames of a time line; a slider has no places for more. */
const framesMost = 2000
/** The most cells and places in all frames together, some hundred KB; beyond that, frames are made coarser. */
const toldMost = 60_000
const marksMost = 1000

const Cells = z.array(z.string())

/** What happened in a class and how it did, computed from its rows. */
export async function classHistory({ id, title, code }: ClassRecord): Promise<ClassHistory> {
  const rows = await classRows(id)
  const moments = inTime(rows.joins, rows.events)
  const students = studentsIn(moments)
  const exercises = rows.exercises.map(({ exercise }) => exercise)
  const steps = exercises.flatMap(({ version, steps }) => steps.map(({ id: step }) => ({ version, step })))
  const numbering: Numbering = {
    students: new Map(students.map((student, place) => [student.id, place])),
    steps: new Map(steps.map(({ version, step }, place) => [stepKey(version, step), place])),
  }
  const sessions = sessionsOf(moments.map(({ at }) => at))
  const named = placesIn(rows.exercises)
  const names = new Map(rows.students.map(({ id, name }) => [id, name]))
  const answers = await answerRows(id, questionKeys(exercises))
  return {
    ok: true,
    class: { id, title, code },
    exercises,
    students,
    steps,
    sessions,
    marks: rows.events
      .flatMap(event =>
        event.type === 'logged' ? (markOf(event.entry, named, id => names.get(id) ?? '') ?? []) : [],
      )
      .slice(-marksMost)
      .map(({ said, ...mark }) => ({ ...mark, words: sentenceOf(said) })),
    pacing: boardPacing(rows.begun, sessions[0]?.from ?? 0),
    frames: await frames(moments, rows, numbering, sessions),
    statistics: statisticsOf(
      {
        steps,
        rows: answers.rows,
        hints: new Map([...rows.state.students].map(([student, { hints }]) => [student, hints])),
        joinedAt: new Map(rows.students.map(({ id, joinedAt }) => [id, joinedAt])),
      },
      sentenceOf,
    ),
    questions: questionsIn(rows, answers.words),
  }
}

/** What was answered to the questions in words, by student in the order of joining. */
function questionsIn({ exercises, state }: ClassRows, words: Words): QuestionStatistics[] {
  return exercises.flatMap(({ exercise: { version, steps } }) =>
    steps.flatMap(step => {
      const key = stepKey(version, step.id)
      const answers = [...state.students.values()].flatMap(({ id, cells }) => {
        const typed = words.get(key)?.get(id)
        return typed ? [{ student: id, cells: typed, mark: cells.get(key)?.override?.verdict ?? null }] : []
      })
      const found = answers.length === 0 ? null : questionStatistics(key, step, answers)
      return found ?? []
    }),
  )
}

function questionKeys(exercises: readonly BoardExercise[]): ReadonlySet<StepKey> {
  return new Set(
    exercises.flatMap(({ version, steps }) =>
      steps.flatMap(({ id, question }) => (question ? [stepKey(version, id)] : [])),
    ),
  )
}

async function frames(
  moments: readonly Moment[],
  { begun }: ClassRows,
  numbering: Numbering,
  sessions: readonly Session[],
): Promise<HistoryFrame[]> {
  const busy = sessions.reduce((sum, { from, to }) => sum + to - from, 0)
  for (let width = Math.max(1000, Math.ceil(busy / framesMost)); ; width *= 4) {
    const made: HistoryFrame[] = []
    let told = 0
    for (const frame of framesOf(moments, begun, numbering, width)) {
      made.push(frame)
      told += sizeOfFrame(frame)
      if (made.length % 100 === 0) await new Promise(resolve => setImmediate(resolve))
    }
    if (told <= toldMost || made.length <= 1) return made
  }
}

/** The latest answers to questions in words, by step and student. */
type Words = ReadonlyMap<StepKey, ReadonlyMap<string, readonly string[]>>

async function answerRows(
  classId: string,
  questions: ReadonlySet<StepKey>,
): Promise<{ rows: AnswerRow[]; words: Words }> {
  const rows: AnswerRow[] = []
  const words = new Map<StepKey, Map<string, readonly string[]>>()
  for await (const { student, version, step, seed, id, regrades, verdict, result, at, cells } of classAnswers(
    classId,
  )) {
    const graded = countedVerdict(verdict)
    if (graded === null) continue
    const mistakes = graded === 'wrong' ? storedMistakes(result) : []
    rows.push({ student, version, step, seed, id, regrades, verdict: graded, mistakes, at })
    const key = stepKey(version, step)
    if (!questions.has(key)) continue
    words.set(key, (words.get(key) ?? new Map()).set(student, z.parse(Cells, JSON.parse(cells))))
  }
  return { rows, words }
}

function placesIn(exercises: readonly Recorded[]): PlaceNamed {
  return (version, step) => {
    const exercise = exercises.find(one => one.exercise.version === version)?.exercise
    if (!exercise) return message('timeline.lost-exercise')
    if (step === null) return message('timeline.exercise', { title: exercise.title })
    // The name of a step is a sentence already, with its mathematics marked.
    const found = exercise.steps.find(({ id }) => id === step)
    return message('verbatim.text', { text: found ? nameOfStep(found) : step })
  }
}
