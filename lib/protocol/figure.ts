import type { PublicExercise } from './exercise'

/**
 * A figure that answers: a table of what the engine computed at every position that its reader can choose. It is plain data, and
 * every number in it is a text. Nothing is computed from it where it is shown.
 */
export type Figure = NetworkFigure | DescentFigure | PathsFigure | GateFigure

/** A figure with the name that its address has, and its title without formulas. */
export interface NamedFigure {
  readonly name: string
  readonly title: string
  readonly figure: Figure
}

/** One entry of a given or a param that the reader moves. */
export interface FigureKnob {
  /** `b1[2]` */
  readonly name: string
  readonly mathml: string
  /** The gradient by it, typeset. */
  readonly gradient: string
  /** The given or param that it is an entry of, and its place there, row-major. */
  readonly leaf: string
  readonly place: number
  /** What it is at each position, in rising order. */
  readonly positions: readonly string[]
  /** The position at which its exercise has it. */
  readonly start: number
}

/** Entries in row-major order by what they belong to: `z`, `dL/dz`, and `dh/dz` for the local slopes of a step. */
export type FigureNumbers = Readonly<Record<string, readonly string[]>>

/** What comes back through one use of a node. */
export interface FigureUse {
  /** The node that uses it, whose gradient arrives. */
  readonly through: string
  /** The rule in symbols, typeset; null where no short formula says it. */
  readonly rule: string | null
  /** `slopes`: what arrived times `d…/d…`, entry by entry or one number times all. `factors`: it takes the values named in `with`. */
  readonly by: 'slopes' | 'factors'
  readonly with: readonly string[]
  /** The name under which its share stands in the numbers, where there are several uses. */
  readonly share: string | null
}

/** One step of the backward pass: the gradient of a node from those of the nodes that use it. */
export interface FigureStep {
  readonly node: string
  readonly uses: readonly FigureUse[]
}

/** A network with both passes: `slider` shows them whole, `backward` walks back through them. */
export interface NetworkFigure {
  readonly kind: 'slider' | 'backward'
  /** What there is to see, as safe HTML. */
  readonly caption: string
  /** Its nodes, and a step for each value and gradient, so that its picture has them all. */
  readonly network: PublicExercise
  readonly loss: string
  readonly knob: FigureKnob | null
  /** What is the same at every position, and what each position has of its own. */
  readonly still: FigureNumbers
  readonly moving: readonly FigureNumbers[]
  readonly back: readonly FigureStep[]
  /** Names of the local slopes of its ReLUs. */
  readonly masks: readonly string[]
}

/** A place on a drawn curve: nothing but where it is drawn. */
export type FigurePoint = readonly [x: number, y: number]

/** The loss along the direction of descent, and what the slope at its start foretells. */
export interface DescentFigure {
  readonly kind: 'descent'
  readonly caption: string
  /** The name of the loss, typeset. */
  readonly loss: string
  /** The learning rates that can be chosen, in rising order; the first is 0. */
  readonly rates: readonly string[]
  /** The rate that is shown first. */
  readonly start: number
  /** At each rate: the loss there, its change, and the change that the tangent foretells. */
  readonly losses: readonly string[]
  readonly changes: readonly string[]
  readonly foretold: readonly string[]
  /** The same as places: the loss over the rate, and the tangent. */
  readonly curve: readonly FigurePoint[]
  readonly tangent: readonly FigurePoint[]
}

/** One way from a node to another, arrow by arrow. */
export interface FigurePath {
  readonly nodes: readonly string[]
  /** The local slope of each arrow. */
  readonly slopes: readonly string[]
  readonly product: string
}

/** All paths from one number to another, whose products add up to the derivative. */
export interface PathsFigure {
  readonly kind: 'paths'
  readonly caption: string
  readonly network: PublicExercise
  readonly from: string
  readonly to: string
  /** The derivative, typeset, and what it is. */
  readonly derivative: string
  readonly total: string
  readonly paths: readonly FigurePath[]
  /** What each node is, by its name. */
  readonly numbers: FigureNumbers
}

/** One neuron with a ReLU, which a knob wakes or puts to sleep. */
export interface GateFigure {
  readonly kind: 'gate'
  readonly caption: string
  readonly knob: FigureKnob
  /** Names, typeset: before and after the ReLU, both gradients, and the local slope. */
  readonly names: { readonly [name in GateNumber]: string }
  /** At each position. */
  readonly numbers: readonly { readonly [name in GateNumber]: string }[]
  readonly on: readonly boolean[]
  /** Where the neuron stands on the curve of its ReLU. */
  readonly points: readonly FigurePoint[]
}

/** `before` and `after` the ReLU; what `arrived` from behind, the `slope`, and what is `handed` on. */
export type GateNumber = 'before' | 'after' | 'arrived' | 'slope' | 'handed'
