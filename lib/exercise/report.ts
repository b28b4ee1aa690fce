import { type Scalar, spellScalar } from '@/lib/exact/atoms'
import { mapTensor, type Nested, nest, type Shape, showShape, type Tensor } from '@/lib/exact/tensor'
import type { StepKind } from '@/lib/protocol/exercise'
import type { Exercise } from './exercise'
import { isTensorStep, type Key, type KeyStep } from './key'
import { numeralsOf } from './solution/numerals'

/** What `chalk solve` prints (docs/command-line.md 1). */
export interface SolveReport {
  readonly title: string
  readonly values: Record<string, Nested<string>>
  readonly gradients: Record<string, Nested<string>>
  readonly steps: readonly {
    readonly id: string
    readonly kind: StepKind
    readonly shape: Shape
    readonly answer: Nested<string>
  }[]
}

function spell(tensor: Tensor<Scalar>): Nested<string> {
  return nest(mapTensor(tensor, spellScalar))
}

/** A choice is its one right text, or an array of them. */
function spelledAnswer(step: KeyStep): Nested<string> {
  if (step.kind === 'choice') return step.answer.length === 1 ? (step.answer[0] ?? '') : [...step.answer]
  if (step.kind === 'shape') return showShape(step.answer)
  return isTensorStep(step) ? spell(step.answer) : step.answer
}

function spellAll(tensors: ReadonlyMap<string, Tensor<Scalar>>): Record<string, Nested<string>> {
  return Object.fromEntries([...tensors].map(([name, tensor]) => [name, spell(tensor)]))
}

/** Numbers as strings in lowest terms, tensors nested by their own rank; a shape is `2x3` or `scalar`. */
export function solveReport(key: Key): SolveReport {
  return {
    title: key.exercise.title,
    values: spellAll(key.values),
    gradients: spellAll(key.gradients),
    steps: key.steps.map(step => ({
      id: step.id,
      kind: step.kind,
      shape: step.shape,
      answer: spelledAnswer(step),
    })),
  }
}

/**
 * The answer to a step as a student would type it: row-major, numbers in lowest terms, a shape as `2x3` or `scalar`,
 * a choice as its texts, and one of many right formulas. A question in words has none.
 */
export function solutionCells(step: KeyStep): string[] {
  if (step.kind === 'text') return []
  if (step.kind === 'choice') return [...step.answer]
  if (step.kind === 'shape') return [showShape(step.answer)]
  return isTensorStep(step) ? step.answer.data.map(spellScalar) : [step.answer]
}

/** The same as it is shown to students: its numbers are written as the exercise writes its own, and none is rounded. */
export function shownSolution(step: KeyStep, exercise: Exercise): string[] {
  if (!isTensorStep(step)) return solutionCells(step)
  const numerals = numeralsOf(exercise)
  return step.answer.data.map(value => {
    const { text, rounded } = numerals(value)
    return rounded ? spellScalar(value) : text
  })
}
