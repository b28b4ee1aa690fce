import type { PublicExercise, PublicNode } from '@/lib/protocol/exercise'

/** The network as it is drawn: which nodes are boxes, and which stand as a label on the arrow into their only use. */
export interface DrawnGraph {
  readonly boxes: readonly PublicNode[]
  /** By the name of the node that uses them: leaves that are no boxes. */
  readonly labels: ReadonlyMap<string, readonly PublicNode[]>
  /** Column of each box, sources at the left. */
  readonly layers: ReadonlyMap<string, number>
}

/**
 * Weights and targets that are used once go onto the arrow, as in a hand-drawn network; what flows through stays a
 * box. Where an expression uses only leaves, its givens count as what flows; if the leaves are all of one kind, all
 * are boxes.
 */
export function drawGraph(exercise: PublicExercise): DrawnGraph {
  const byName = new Map(exercise.nodes.map(node => [node.name, node]))
  const uses = new Map<string, string[]>()
  for (const node of exercise.nodes) {
    for (const input of node.inputs) uses.set(input, [...(uses.get(input) ?? []), node.name])
  }
  const leaf = (node: PublicNode) => node.role === 'given' || node.role === 'param'
  const once = (node: PublicNode) => leaf(node) && uses.get(node.name)?.length === 1

  const labels = new Map<string, readonly PublicNode[]>()
  const asLabel = new Set<string>()
  for (const node of exercise.nodes) {
    const inputs = node.inputs.flatMap(name => byName.get(name) ?? [])
    const single = inputs.filter(once)
    const params = single.filter(input => input.role === 'param')
    const chosen = single.length < inputs.length ? single : params.length < single.length ? params : []
    if (chosen.length === 0) continue
    labels.set(node.name, chosen)
    for (const { name } of chosen) asLabel.add(name)
  }
  // A leaf that nothing uses and no step asks about is the upstream gradient under another name, which is drawn in
  // the backward pass.
  const asked = new Set(exercise.flow.flatMap(entry => (entry.type === 'step' ? [entry.step.node] : [])))
  const unused = (node: PublicNode) => leaf(node) && !uses.has(node.name) && !asked.has(node.name)
  const boxes = exercise.nodes.filter(node => !asLabel.has(node.name) && !unused(node))
  return { boxes, labels, layers: layersOf(boxes) }
}

/** Longest path from the sources; a source then moves up to just before its first use. */
function layersOf(boxes: readonly PublicNode[]): ReadonlyMap<string, number> {
  const layers = new Map<string, number>()
  // A file names every node before its use, so one pass in its order sees all inputs first.
  for (const node of boxes) {
    const before = node.inputs.flatMap(name => layers.get(name) ?? [])
    layers.set(node.name, before.length === 0 ? 0 : Math.max(...before) + 1)
  }
  for (const node of boxes) {
    if (node.inputs.length > 0) continue
    const after = boxes
      .filter(user => user.inputs.includes(node.name))
      .flatMap(user => layers.get(user.name) ?? [])
    if (after.length > 0) layers.set(node.name, Math.min(...after) - 1)
  }
  return layers
}
