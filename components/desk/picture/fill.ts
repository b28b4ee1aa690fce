import { sizeOf } from '@/lib/exact/tensor'
import type { PublicExercise, PublicStep } from '@/lib/protocol/exercise'
import type { StepRecord } from '@/lib/protocol/step-record'
import { withMinus } from '../cells/decimal'
import type { DrawnBox } from './drawing'
import type { ShowEntry } from './entry'
import { ownEntries } from './own'

/** What stands in a box of the picture. */
export interface Fill {
  /** Row-major; null where it is not known (yet). */
  readonly entries: readonly (string | null)[]
  /** `given` stands in the file; `open` is asked and not found; `unasked` is neither; of `received` no verdict is told. */
  readonly look: 'given' | 'open' | 'unasked' | 'received' | 'right' | 'follows' | 'wrong'
}

/**
 * Fills a box with the file's own values and the student's own right answers, or, while verdicts are held back, the student's
 * own numbers whatever they are worth; a browser knows no others.
 */
export function fillBox(
  box: DrawnBox,
  exercise: PublicExercise,
  recordOf: (step: string) => StepRecord | undefined,
  show: ShowEntry,
): Fill {
  const size = box.node.shape === null ? 0 : sizeOf(box.node.shape)
  const given = givenValues(box, exercise)
  if (given) return { entries: given.map(withMinus), look: 'given' }
  const entries: (string | null)[] = Array.from({ length: size }, () => null)
  const steps = exercise.flow.flatMap(entry =>
    entry.type === 'step' && belongs(entry.step, box) ? [entry.step] : [],
  )
  if (steps.length === 0) return { entries, look: 'unasked' }
  const bests: string[] = []
  for (const step of steps) {
    const record = recordOf(step.id)
    bests.push(record ? (record.best ?? 'received') : 'open')
    const place = entryPlace(step, box.node.shape ?? [])
    ownEntries(record).forEach((text, index) => {
      if (text !== null) entries[place === null ? index : place] = show(text)
    })
  }
  const look =
    (['wrong', 'open', 'received', 'follows'] as const).find(state => bests.includes(state)) ?? 'right'
  return { entries, look }
}

function givenValues(box: DrawnBox, exercise: PublicExercise): readonly string[] | null {
  if (box.pass === 'forward') return box.node.values
  if (exercise.upstream?.node === box.node.name) return exercise.upstream.values
  return box.node.role === 'loss' && box.step === null ? ['1'] : null
}

function belongs(step: PublicStep, box: DrawnBox): boolean {
  return step.node === box.node.name && step.kind === (box.pass === 'forward' ? 'value' : 'gradient')
}

/** Row-major place of the one entry that a step such as `dL/dA[1,2]` asks; null for the whole. */
function entryPlace(step: PublicStep, shape: readonly number[]): number | null {
  if (step.index === undefined) return null
  return step.index.reduce((place, index, axis) => place * (shape[axis] ?? 1) + index - 1, 0)
}
