import type { TranscendentalField } from '@/lib/exact/atoms'
import type { Budget } from '@/lib/exact/budget'
import type { Rational } from '@/lib/exact/rational'
import type { Shape, Tensor } from '@/lib/exact/tensor'
import type { Expr } from '@/lib/network'
import type { Direction, Pull, Shift } from '../descent/terms'
import type { ExerciseNode, Index, Nudge, UpdateLine } from '../exercise'
import type { Jacobian } from '../jacobian'
import type { Wire } from '../wire'

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
      /** Its wires in circuits that have gradients of their own, which it is the sum of. */
      readonly wires?: readonly Wire[]
    }
  | {
      readonly kind: 'wire'
      readonly wire: Wire
      readonly node: ExerciseNode
      /** The operation that the wire goes into. */
      readonly into: ExerciseNode
      readonly pass: Pass
    }
  | { readonly kind: 'partial'; readonly of: ExerciseNode; readonly place: number; readonly by: string }
  | { readonly kind: 'jacobian'; readonly jacobian: Jacobian<ExerciseNode> }
  | { readonly kind: 'nudged' }
  | {
      readonly kind: 'predicted'
      readonly gradients: readonly string[]
      /** EPS or the rate. */
      readonly amount: Expr
      /** Null of a plain descent: minus the rate times the squares. */
      readonly nudge: Nudge | null
      /** Uphill: plus the rate. */
      readonly up: boolean
    }
  /** The change of the loss that the steps of all parameters foretell. */
  | { readonly kind: 'foreseen'; readonly shifts: readonly Shift[]; readonly rate: Expr }
  | { readonly kind: 'change'; readonly after: string; readonly before: string }
  /** A gradient that is clipped or decayed, and the norm that it is clipped by. */
  | { readonly kind: 'pulled'; readonly pull: Pull }
  | { readonly kind: 'norm' }
  /** `before` is null in the first step, where both begin at 0. */
  | {
      readonly kind: 'velocity'
      readonly gradient: string
      readonly before: string | null
      readonly mu: Rational
    }
  | {
      readonly kind: 'moment'
      readonly of: 'm' | 's'
      readonly gradient: string
      readonly before: string | null
      readonly share: Rational
    }
  | {
      readonly kind: 'descended'
      readonly from: string
      readonly direction: Direction
      readonly rate: Expr
      readonly up: boolean
    }
  /** A param or a given after its `update`; `names` has the quantities that its expression's names stand for. */
  | {
      readonly kind: 'updated'
      readonly line: UpdateLine
      readonly names: ReadonlyMap<string, string>
      /** The quantity that it takes the place of. */
      readonly before: string
    }
  | { readonly kind: 'entry' }
  /** A parameter as the next pass goes on with it. */
  | { readonly kind: 'settled'; readonly from: string }

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

/** A quantity before it has its place in a derivation. */
export type Draft = Pick<Quantity, 'id' | 'shape' | 'rule' | 'about'>

/** What a step asks for: a quantity, or one entry of it. */
export interface Asked {
  readonly quantity: string
  readonly index: Index
}
