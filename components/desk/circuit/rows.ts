import type { PublicCircuit } from '@/lib/protocol/exercise'
import type { Wire } from './parts'

/** Which row everything stands in, from 0, and which column gates stand in, from 1. */
export interface Rows {
  readonly count: number
  /** A gate stands in the middle of its operands. */
  readonly gates: ReadonlyMap<string, number>
  /** By their places among the circuit's wires: those that do not come straight out of a gate. */
  readonly wires: ReadonlyMap<number, number>
  /** Leaves that are used several times, with the rows of their wires. */
  readonly sharedLeaves: ReadonlyMap<string, readonly number[]>
  readonly layers: ReadonlyMap<string, number>
}

export function rowsOf(circuit: PublicCircuit): Rows {
  const { gates, wires, name } = circuit
  const isGate = new Set(gates.map(({ node }) => node))
  const into = (node: string): Wire[] => wires.filter(wire => wire.into === node)
  const layers = new Map<string, number>()
  for (const { node } of gates) {
    // A gate that is used several times takes a column more: its sum stands before its wires.
    const before = into(node).map(
      wire => (layers.get(wire.node) ?? 0) + (isGate.has(wire.node) && wire.nth !== null ? 1 : 0),
    )
    layers.set(node, Math.max(0, ...before) + 1)
  }
  const placed = new Map<string, number>()
  const rows = new Map<number, number>()
  let count = 0
  const place = (node: string): number => {
    const own = into(node).map(wire => {
      const isFirstUse = isGate.has(wire.node) && !placed.has(wire.node)
      const row = isFirstUse ? place(wire.node) : count++
      // A gate that is used again has its first wire in its own row.
      if (!isFirstUse || wire.nth !== null) rows.set(wires.indexOf(wire), row)
      return row
    })
    const middle = own.length === 0 ? count++ : ((own[0] ?? 0) + (own.at(-1) ?? 0)) / 2
    placed.set(node, middle)
    return middle
  }
  place(name)
  const shared = new Map<string, number[]>()
  for (const [at, wire] of wires.entries()) {
    const row = rows.get(at)
    if (wire.nth === null || isGate.has(wire.node) || row === undefined) continue
    shared.set(wire.source, [...(shared.get(wire.source) ?? []), row])
  }
  return { count, gates: placed, wires: rows, sharedLeaves: shared, layers }
}
