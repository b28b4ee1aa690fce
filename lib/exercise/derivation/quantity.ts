import type { TranscendentalField } from '@/lib/exact/atoms'
import type { Budget } from '@/lib/exact/budget'
import type { Shape, Tensor } from '@/lib/exact/tensor'
import type { Expr } from '@/lib/network'
import type { ExerciseNode, Index, Nudge } from '../exercise'

/** The value of a quantity by its id. */
export type Lookup<S> = (id: string) => Tensor<S>

/** How a quantity is computed from others. */
export interface Rule {
  /** Ids of the quantities that it is computed from. */
  readonly inputs: readonly string[]
  /** Null where it has no value on these numbers (a division by zero). */
  compute<S>(field: TranscendentalField<S>, of: Lookup<S>, budget?: Budget): Tensor<S> | null
}

/**
 * One forward pass and, where there is one, the backward pass over it: of the file's own numbers, after a nudge, after a
 * step of descent. Gives the ids of its quantities by the names of their nodes.
 */
export interface Pass {
  value(node: string): string
  gradient(node: string): string
  /** The pass before this one, which a student may use by mistake. */
  readonly before: Pass | null
}

/** What a quantity is, for the rules that say how people get it wrong. */
export type About =
  | { readonly kind: 'stated' }
  | { readonly kind: 'value'; readonly node: ExerciseNode; readonly pass: Pass }
  | {
      readonly kind: 'gradient'
      readonly node: ExerciseNode
      readonly pass: Pass
      /** The nodes that use it on the way to where the backward pass starts. */
      readonly consumers: readonly ExerciseNode[]
    }
  | { readonly kind: 'partial'; readonly of: ExerciseNode; readonly place: number; readonly by: string }
  | { readonly kind: 'nudged' }
  | {
      readonly kind: 'predicted'
      readonly by: 'nudge' | 'descend'
      readonly gradients: readonly string[]
      /** EPS or the rate. */
      readonly amount: Expr
      readonly nudge: Nudge | null
    }
  | { readonly kind: 'change'; readonly after: string; readonly before: string }
  | { readonly kind: 'descended'; readonly from: string; readonly gradient: string; readonly rate: Expr }
  | { readonly kind: 'entry' }

export type GradientAbout = Extract<About, { kind: 'gradient' }>

/**
 * Anything that is computed on the way through an exercise: a value, a gradient, a parameter after a step, a change
 * of the loss. Its id is that of the step that can ask for it. Where no step can, the id holds a space, which no
 * step's id does.
 */
export interface Quantity {
  readonly id: string
  readonly shape: Shape
  readonly rule: Rule
  /** Other rules that are also right and use other quantities, such as a slope computed from an op's output. */
  readonly others: readonly Rule[]
  readonly about: About
  /** Its place in the derivation, after everything that it is computed from. */
  readonly order: number
}

/** What a step asks for: a quantity, or one entry of it. */
export interface Asked {
  readonly quantity: string
  readonly index: Index
}
