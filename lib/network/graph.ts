import type { Shape } from '@/lib/exact/tensor'
import { type Expr, namesIn } from './expr'

/** A named node. A given or a parameter has an expression without names, or an empty one where its value is drawn. */
export interface GraphNode {
  readonly name: string
  readonly shape: Shape
  readonly expr: Expr
}

/** A network: nodes by their names, every node after all the nodes that it uses. */
export type Graph<N extends GraphNode = GraphNode> = ReadonlyMap<string, N>

export function graphOf<N extends GraphNode>(nodes: readonly N[]): Graph<N> {
  return new Map(nodes.map(node => [node.name, node]))
}

/** A node by its name; an unknown one is the caller's bug. */
export function nodeOf<N extends GraphNode>(graph: Graph<N>, name: string): N {
  const node = graph.get(name)
  if (node === undefined) throw new RangeError(`no node ${name}`)
  return node
}

/** For each node, the nodes whose own expression uses it, in the order of the graph. */
export function consumersOf(graph: Graph): Map<string, string[]> {
  const consumers = new Map<string, string[]>([...graph.keys()].map(name => [name, []]))
  for (const node of graph.values())
    for (const used of namesIn(node.expr)) consumers.get(used)?.push(node.name)
  return consumers
}

/** The node itself and every node that it is computed from. */
export function ancestryOf(graph: Graph, name: string): Set<string> {
  const found = new Set([name])
  for (const node of [...graph.values()].reverse()) {
    if (found.has(node.name)) for (const used of namesIn(node.expr)) found.add(used)
  }
  return found
}
