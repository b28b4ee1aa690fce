import { AtomTable } from '@/lib/exact/atoms'
import { type Rational, rational } from '@/lib/exact/rational'
import type { Shape } from '@/lib/exact/tensor'
import type { KeyStep, TensorStep } from '@/lib/exercise'
import { Scratch } from '@/lib/grading/scratch'
import { gradeAlone } from '@/lib/grading/step'
import type { StepVerdict } from '@/lib/protocol/verdict'
import { plain } from './plain'

/** Steps of a key, made by hand, so that grading is tested without the engine. */

type ShapeStep = Extract<KeyStep, { kind: 'shape' }>

export function tensorStep(
  shape: Shape,
  data: readonly Rational[],
  more: Partial<TensorStep> = {},
): TensorStep {
  return {
    id: 'z',
    kind: 'value',
    shape,
    points: 1,
    acceptance: null,
    hints: [],
    answer: { shape, data },
    ...more,
  }
}

export function shapeStep(answer: Shape, more: Partial<ShapeStep> = {}): ShapeStep {
  return { id: 'shape z', kind: 'shape', shape: [], points: 1, acceptance: null, hints: [], answer, ...more }
}

export function gradeStep(
  step: Exclude<KeyStep, { kind: 'formula' | 'choice' | 'text' }>,
  cells: readonly string[],
): StepVerdict {
  return plain(gradeAlone(step, cells, new Scratch(() => new AtomTable())).verdict)
}

export const q = (n: number, d = 1): Rational => rational(n, d)
