import type { PublicNode, PublicStep } from '@/lib/protocol/exercise'

export type Pass = 'forward' | 'backward'

/** A tensor in the picture. Lengths are in em of the picture's own type, from its top left corner. */
export interface DrawnBox {
  /** `forward z`, `backward z`. */
  readonly id: string
  readonly pass: Pass
  readonly node: PublicNode
  /** The quantity's step, where it is asked as a whole or by one entry. */
  readonly step: PublicStep | null
  /** Rows and columns of cells; null where the tensor is too large to be drawn and only its shape is told. */
  readonly cells: { readonly rows: number; readonly columns: number; readonly columnWidth: number } | null
  /** Its formula, typeset, where it stands behind the name and not on an arrow. */
  readonly formula: string | null
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface DrawnArrow {
  readonly from: string
  readonly to: string
  readonly pass: Pass
  readonly points: readonly (readonly [number, number])[]
}

export interface DrawnLabel {
  readonly x: number
  readonly y: number
  /** How wide it may be where its type is larger than drawn: the gap that its arrow crosses. */
  readonly room: number
  /** A function's name, or a short expression, typeset, or else the nodes that act on the way. */
  readonly nodes: readonly PublicNode[]
  readonly text: string
  readonly formula: string | null
}

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly boxes: readonly DrawnBox[]
  readonly arrows: readonly DrawnArrow[]
  readonly labels: readonly DrawnLabel[]
  /** Height of the line between the passes; null without a backward pass. */
  readonly middle: number | null
}
