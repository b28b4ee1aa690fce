import type { AtomTable, Scalar } from '@/lib/exact/atoms'
import type { Shape, Tensor } from '@/lib/exact/tensor'
import type { Acceptance } from '@/lib/language/syntax/acceptance'
import type { StepKind } from '@/lib/protocol/exercise'
import type { Exercise, FormulaTarget } from './exercise'
import type { ChoiceStep, WordsStep } from './question/step'
import type { Trace } from './trace/make'
import type { FindStep } from './trace/steps'

interface KeyStepBase {
  readonly id: string
  /** Shape of what is typed; a `shape` or `formula` step is one cell, and so is a question in words. */
  readonly shape: Shape
  readonly points: number
  /** How exact the answer has to be; null of one that is compared exactly, as all are where nothing is said. */
  readonly acceptance: Acceptance | null
  readonly hints: readonly string[]
}

/** A step with its answer. */
export type KeyStep = KeyStepBase &
  (
    | { readonly kind: 'shape'; readonly answer: Shape }
    | FindStep
    | ChoiceStep
    | WordsStep
    /** `answer` is one right formula out of many. */
    | { readonly kind: 'formula'; readonly answer: string; readonly target: FormulaTarget }
    | { readonly kind: NumberKind; readonly answer: Tensor<Scalar> }
  )

/** The kinds of steps that are answered by numbers. */
export type NumberKind = Exclude<StepKind, 'shape' | 'find' | 'formula' | 'choice' | 'text'>

const otherKinds = ['shape', 'find', 'formula', 'choice', 'text'] as const satisfies readonly StepKind[]

export function isNumberKind(kind: StepKind): kind is NumberKind {
  return !(otherKinds as readonly StepKind[]).includes(kind)
}

/** A step that is answered by numbers. */
export type TensorStep = Extract<KeyStep, { readonly answer: Tensor<Scalar> }>

export function isTensorStep(step: KeyStep): step is TensorStep {
  return isNumberKind(step.kind)
}

/** Everything that was computed for one variant of an exercise. It stays on the server. */
export interface Key {
  readonly exercise: Exercise
  /** The seed, which decides every drawn value. */
  readonly seed: number
  readonly values: ReadonlyMap<string, Tensor<Scalar>>
  /** The gradient of every node, zeros included; empty where the file has neither a loss nor an upstream gradient. */
  readonly gradients: ReadonlyMap<string, Tensor<Scalar>>
  /** The upstream gradient that the file gives, computed. */
  readonly upstream: Tensor<Scalar> | null
  readonly steps: readonly KeyStep[]
  /** What its traces show, in the order of the file. */
  readonly traces: readonly Trace[]
  /** The atoms of its numbers. Further computing with them is done in a fork. */
  readonly table: AtomTable
}
