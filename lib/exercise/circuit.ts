import { type Expr, itemAt } from '@/lib/network'
import type { Exercise, Index } from './exercise'
import { type Circuit, type Source, sourceName, type Wire } from './wire'

type Nodes = Pick<Exercise, 'graph' | 'circuits'>

const made = new WeakMap<Exercise['circuits'], readonly Wire[]>()

/**
 * The wires of all circuits, in the order of use. Where several circuits of one file use the same source several times each, their
 * wires are numbered on.
 */
export function wiresOf(exercise: Nodes): readonly Wire[] {
  const known = made.get(exercise.circuits)
  if (known !== undefined) return known
  const wires = numbered(exercise.circuits.flatMap(circuit => inOrder(circuit, exercise)))
  made.set(exercise.circuits, wires)
  return wires
}

function inOrder({ name, nodes }: Circuit, { graph }: Nodes): Wire[] {
  return nodes.flatMap(into => {
    const expr = graph.get(into)?.expr ?? []
    return expr.flatMap((item, place): Wire[] => {
      if (item.kind !== 'node') return []
      return [{ circuit: name, node: item.name, index: indexAt(expr, place), into, place, nth: null }]
    })
  })
}

/** The index of the entry that an operation takes of a node. */
function indexAt(expr: Expr, place: number): Index {
  if (itemAt(expr, place).shape.length === 0) return null
  const user = expr.find(
    item => item.kind === 'apply' && item.op.name === 'entry' && item.inputs[0] === place,
  )
  return user?.kind === 'apply' ? user.settings : null
}

function numbered(wires: readonly Wire[]): Wire[] {
  const uses = new Map<string, number>()
  const key = (wire: Wire): string => `${wire.circuit} ${sourceName(wire)}`
  for (const wire of wires) uses.set(key(wire), (uses.get(key(wire)) ?? 0) + 1)
  const counted = new Map<string, number>()
  return wires.map(wire => {
    if (uses.get(key(wire)) === 1) return wire
    const nth = (counted.get(sourceName(wire)) ?? 0) + 1
    counted.set(sourceName(wire), nth)
    return { ...wire, nth }
  })
}

/** The sources of some wires in the order of their first use. */
export function sourcesIn(wires: readonly Wire[]): Source[] {
  const sources = new Map<string, Source>()
  for (const wire of wires) {
    const { node, index } = wire
    if (!sources.has(sourceName(wire))) sources.set(sourceName(wire), { node, index })
  }
  return [...sources.values()]
}

/** The wires of a node that have gradients of their own. */
export function countedWires(exercise: Nodes, node: string): Wire[] {
  return wiresOf(exercise).filter(wire => wire.node === node && wire.nth !== null)
}
