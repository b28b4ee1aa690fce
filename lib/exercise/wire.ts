/** A node all of whose operations are nodes of their own (docs/language.md 11). */
export interface Circuit {
  readonly name: string
  /** Its operations in the order of evaluation; the last one is the circuit itself. */
  readonly nodes: readonly string[]
}

/** A number that goes into an operation: a leaf (a name, or an entry of one) or the value of another operation. */
export interface Source {
  readonly node: string
  /** The index of the entry, counted from 1; null of a scalar. */
  readonly index: readonly number[] | null
}

/** One use of a source in an operation of a circuit. */
export interface Wire extends Source {
  readonly circuit: string
  /** The operation that it goes into. */
  readonly into: string
  /** The place of the node in the expression of the operation. */
  readonly place: number
  /**
   * Which of the wires of its source it is, from 1, where the circuit uses that several times: the gradients on them are asked
   * before their sum. Null of an only use.
   */
  readonly nth: number | null
}

/** `y`, `w[1]`. */
export function sourceName({ node, index }: Source): string {
  return index === null ? node : `${node}[${index.join(',')}]`
}

/** `dL/dy`, `dL/dw[1]`: the id of the step that asks for the gradient of a source. */
export function gradientId(source: Source): string {
  return `dL/d${sourceName(source)}`
}

/** `dL/dy.1`: the id of the step, and of the quantity that comes back on the wire. */
export function wireId(wire: Wire): string {
  return `${gradientId(wire)}.${wire.nth ?? 1}`
}
