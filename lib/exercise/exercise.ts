import type { Rational } from '@/lib/exact/rational'
import type { Shape } from '@/lib/exact/tensor'
import type { Place } from '@/lib/language/place'
import type { Acceptance } from '@/lib/language/syntax/acceptance'
import type { Method } from '@/lib/language/syntax/descent'
import type { Plain } from '@/lib/language/syntax/plain'
import type { Role } from '@/lib/language/syntax/statement'
import type { Expr, Graph, GraphNode, MistakeId } from '@/lib/network'
import type { StepKind } from '@/lib/protocol/exercise'
import { type Mathematics, math } from '@/lib/words/argument'
import type { QuestionPlan } from './question/question'
import type { Lattice } from './variant/lattice'
import type { Circuit, Wire } from './wire'

/** A value that is drawn anew for each variant of the exercise. */
export interface Draw {
  readonly lattice: Lattice
  /** The highest value as the file has it. It is not a point of the lattice where the steps miss it. */
  readonly high: Rational
  readonly nonzero: boolean
  /** The place of the word `random`. */
  readonly place: Place
}

/** Two expressions compared; `text` is how the file writes it. The last item compares the two. */
export interface Comparison {
  readonly expr: Expr
  readonly text: string
}

/** What every variant has to fulfil: each comparison, at each of its entries. */
export interface Requirement {
  readonly comparisons: readonly Comparison[]
  readonly place: Place
}

export interface ExerciseNode extends GraphNode {
  readonly role: Role
  /** Givens and params only; the node then has an empty expression. */
  readonly draw: Draw | null
  /** Names of its entries, row-major, where they are symbols. Givens and params only; the expression is then empty. */
  readonly symbols: readonly string[] | null
  readonly place: Place
  /** The right-hand side as the file has it, on one line. */
  readonly source: string
}

/** An index of one entry, counted from 1 along each axis; null for the whole tensor, and for a scalar. */
export type Index = readonly number[] | null

/** What a step asks for. */
export type Target =
  | { readonly kind: 'value'; readonly node: string; readonly index: Index }
  | { readonly kind: 'gradient'; readonly node: string; readonly index: Index }
  /** What comes back on one of several wires of a node, or of an entry of one, in a circuit. */
  | { readonly kind: 'wire'; readonly wire: Wire }
  | {
      readonly kind: 'partial'
      readonly of: string
      readonly ofIndex: Index
      readonly by: string
      readonly byIndex: Index
    }
  /** A whole Jacobian: rows are the entries of `of`, columns those of `by`; an index leaves one of them. */
  | {
      readonly kind: 'jacobian'
      readonly of: string
      readonly ofIndex: Index
      readonly by: string
      readonly byIndex: Index
    }
  | { readonly kind: 'shape'; readonly of: 'value' | 'gradient'; readonly node: string }
  /** How many entries a node has; null of all parameters together. */
  | { readonly kind: 'count'; readonly node: string | null }
  | ({ readonly kind: 'formula' } & FormulaTarget)
  | {
      readonly kind: 'nudge'
      readonly nudge: Nudge
      /** Which of the file's nudges, counted from 1. */
      readonly nth: number
      readonly quantity: 'predicted' | 'actual'
    }
  | {
      readonly kind: 'descend'
      readonly descend: Descend
      /** Which of the file's descents, counted from 1. */
      readonly nth: number
      /** Counted from 1. */
      readonly round: number
      readonly quantity: DescentQuantity
    }
  | {
      readonly kind: 'update'
      readonly update: Update
      /** Which of the file's blocks of updates, counted from 1. */
      readonly nth: number
      /** Counted from 1. */
      readonly round: number
      readonly line: UpdateLine
    }

/** What a step of a descent asks: a number, a parameter after it, or what the method keeps for a parameter. */
export type DescentQuantity =
  | 'predicted'
  | 'loss'
  | 'actual'
  | { readonly param: string; readonly state: StateName | null }

/** The velocity of momentum, and the moments of Adam and RMSProp. */
export type StateName = 'v' | 'm' | 's'

/** What a matrix formula is asked for: the value of a node, or the gradient by it. */
export interface FormulaTarget {
  readonly of: 'value' | 'gradient'
  readonly node: string
}

export interface Nudge {
  readonly rising: boolean
  /** EPS, or the STEP of a rising nudge; a scalar without names. */
  readonly amount: Expr
  readonly place: Place
}

export interface Descend {
  /** `ascend` goes uphill. */
  readonly word: 'descend' | 'ascend'
  readonly rate: Expr
  readonly method: Method
  /** The largest norm of the gradients of all parameters together; null where they stay as they are. */
  readonly clip: Plain | null
  /** What each parameter is multiplied by before it is added to its gradient; null where nothing is. */
  readonly decay: Plain | null
  readonly rounds: number
  readonly place: Place
}

/** A block of `update` lines, repeated or not. */
export interface Update {
  readonly lines: readonly UpdateLine[]
  readonly rounds: number
  readonly place: Place
}

/** A rule of the file's own for a param or a given. */
export interface UpdateLine {
  readonly name: string
  readonly shape: Shape
  /** Over givens, params and gradients; the last stand in it under `dL/dNAME`. */
  readonly expr: Expr
  /** The right-hand side as the file has it, on one line. */
  readonly source: string
  readonly place: Place
}

/** A step as the file asks for it, before anything is computed. */
export interface StepPlan {
  /** Its id, such as `dL/dW1` (docs/command-line.md 1). */
  readonly id: string
  readonly kind: StepKind
  /** Shape of what is typed; a `shape` or `formula` step is one cell. */
  readonly shape: Shape
  readonly points: number
  /** What the file says there of how exact the answer has to be; null where it says nothing. */
  readonly acceptance: Acceptance | null
  /** The `accept` before it, which holds where the step says nothing of its own and its answer is of numbers. */
  readonly accept: Acceptance | null
  readonly hints: readonly string[]
  /** The circuit on whose picture it is answered; left out of other steps. */
  readonly circuit?: string
  readonly target: Target
  readonly place: Place
}

/** "Find the mistake": somebody's answers to every step that the file asks, with one mistake in them. */
export interface TracePlan {
  /** What the ids of its own steps begin with, `find` or `find2`; also the id of what it shows. */
  readonly id: string
  readonly mistake: MistakeId
  /** Where the mistake is made, as the step that is then asked anew. */
  readonly target: StepPlan
  /** The place of the mistake's name. */
  readonly place: Place
}

export type FlowItem =
  | { readonly type: 'note'; readonly markdown: string }
  | { readonly type: 'step'; readonly step: StepPlan }
  | { readonly type: 'trace'; readonly trace: TracePlan }
  | { readonly type: 'question'; readonly question: QuestionPlan }

export interface Upstream {
  readonly node: string
  /**
   * An expression without names or the name of one given, in the node's own shape. It is empty where the value is
   * drawn.
   */
  readonly value: Expr
  readonly draw: Draw | null
  readonly place: Place
}

/** A file that was read without an error. Shapes are checked; no value was computed yet. */
export interface Exercise {
  readonly title: string
  /** The nodes that have values. */
  readonly graph: Graph<ExerciseNode>
  /** All nodes of the file in its order, those of sizes only too: too large for values, and what is computed from such. */
  readonly everyNode: Graph<ExerciseNode>
  /** In the order of the file. */
  readonly circuits: readonly Circuit[]
  readonly loss: string | null
  readonly upstream: Upstream | null
  readonly requirements: readonly Requirement[]
  /** Notes, steps, traces and questions in the order of the file. */
  readonly flow: readonly FlowItem[]
  /** What the file asks where it has a trace: steps that are shown answered, and asked only where they are spoiled. */
  readonly shown: readonly StepPlan[]
}

/** The step where a sentence names it: mathematics, but for steps that are no quantity (`nudge.predicted`, `shape z`). */
export function calledIn({ id, kind }: Pick<StepPlan, 'id' | 'kind'>): Mathematics | string {
  return kind === 'value' || kind === 'gradient' || kind === 'partial' ? math(id) : id
}

export function paramsOf(graph: Graph<ExerciseNode>): ExerciseNode[] {
  return [...graph.values()].filter(({ role }) => role === 'param')
}

/** Every step that the file names, each once: those it asks, those it shows, and where its traces go wrong. */
export function plansOf({ flow, shown }: Exercise): StepPlan[] {
  const plans = new Map(shown.map(step => [step.id, step]))
  for (const item of flow) {
    if (item.type === 'step') plans.set(item.step.id, item.step)
    else if (item.type === 'trace' && !plans.has(item.trace.target.id)) {
      plans.set(item.trace.target.id, item.trace.target)
    }
  }
  return [...plans.values()]
}

/** Whether variants of the exercise differ: some value is drawn. */
export function hasDraws({ graph, upstream }: Exercise): boolean {
  return (upstream?.draw ?? null) !== null || [...graph.values()].some(({ draw }) => draw !== null)
}
