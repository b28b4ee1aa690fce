import type { PublicExercise } from '@/lib/protocol/exercise'
import { stepKey } from '@/lib/protocol/step-key'
import type { StepRecord } from '@/lib/protocol/step-record'
import { type DeskView, emptyView, settledStates, stepState } from '../desk-view'
import type { KeptRun } from './kept-run'

export function stepIds({ flow }: PublicExercise): string[] {
  return flow.flatMap(part => (part.type === 'step' ? [part.step.id] : []))
}

/** The desk on which a kept run is worked on. What the page alone knows (what is on its way, what was refused) stays. */
export function deskOfRun(run: KeptRun, before: DeskView): DeskView {
  const key = (step: string) => stepKey(run.version, step)
  const records = new Map(run.graded.map(({ record }) => [key(record.step), record]))
  const judged = new Map(before.judged)
  for (const [at, { cells, result }] of records) {
    if (result !== null && before.records.get(at) !== records.get(at)) judged.set(at, { cells, result })
  }
  return {
    ...before,
    phase: 'open',
    connected: true,
    records,
    judged,
    drafts: new Map(run.drafts.map(({ step, cells }) => [key(step), cells])),
    hints: new Map(run.hints.map(hints => [key(hints.step), hints])),
    revealed: new Map([...run.filled, ...run.givenUp].map(({ step, cells }) => [key(step), cells])),
  }
}

/** Whether nothing is left to do. */
export function isDone(run: KeptRun, exercise: PublicExercise): boolean {
  if (exercise.flow.some(({ type }) => type === 'locked')) return false
  const desk = deskOfRun(run, emptyView)
  return stepIds(exercise).every(step =>
    settledStates.includes(stepState(desk, { version: run.version, step })),
  )
}

/** A desk on which what is filled in stands in the cells as if it had been answered: a worked example to be read. */
export function exampleDesk(desk: DeskView, { version, flow }: PublicExercise): DeskView {
  const records = flow.flatMap(part => {
    const cells = part.type === 'step' ? desk.revealed.get(stepKey(version, part.step.id)) : undefined
    return part.type === 'step' && cells ? [exampleRecord(version, part.step.id, cells)] : []
  })
  return {
    ...desk,
    drafts: new Map(),
    revealed: new Map(),
    hints: new Map(),
    records: new Map(records.map(record => [stepKey(version, record.step), record])),
  }
}

function exampleRecord(version: string, step: string, cells: readonly string[]): StepRecord {
  const cell = { verdict: 'right', reason: null, message: null } as const
  return {
    version,
    step,
    id: step,
    cells: [...cells],
    result: { verdict: 'right', cells: cells.map(() => cell), mistakes: [], message: '' },
    attempt: 0,
    spent: 0,
    best: 'right',
    at: 0,
  }
}
