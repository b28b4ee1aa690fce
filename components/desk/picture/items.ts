import type { PublicExercise, PublicNode, PublicStep } from '@/lib/protocol/exercise'
import type { DrawnBox, Pass } from './drawing'
import type { DrawnGraph } from './graph'
import type { Item, Link } from './stack'

const rowHeight = 1.75
const nameRoom = 2.1
const shapeRoom = 1.5
/** Longest side that is drawn entry by entry. */
const mostDrawn = 5
/**
 * Wide enough for usual entries: `−7/10` in a single column, `−0.6` where several stand side by side. Longer entries
 * are cut, and shown in full elsewhere, so that nothing jumps.
 */
const usualColumn = (columns: number): number => (columns === 1 ? 3.8 : columns === 2 ? 3.3 : 2.8)
const widestColumn = 5.2

export function cellsOf(node: PublicNode): DrawnBox['cells'] {
  if (node.shape === null) return null
  const [rows, columns] = matrixOf(node.shape)
  if (node.shape.length > 2 || rows > mostDrawn || columns > mostDrawn) return null
  const longest = Math.max(0, ...(node.values ?? []).map(text => text.length))
  return {
    rows,
    columns,
    columnWidth: Math.min(widestColumn, Math.max(usualColumn(columns), 0.62 * longest + 1)),
  }
}

/** A vector is drawn as a column, as the grid of cells has it. */
function matrixOf(shape: readonly number[]): readonly [number, number] {
  return shape.length < 2 ? [shape[0] ?? 1, 1] : [shape.at(-2) ?? 1, shape.at(-1) ?? 1]
}

/** Characters that a name takes when it is typeset: what follows an underscore or is a last number stands small. */
export function typesetLength(name: string): number {
  const [, stem = name, small = ''] = /^(.*?[^\d_])_?(\d+|_.*)$/.exec(name.replace('_', '__')) ?? []
  return stem.length + 0.7 * small.replace(/^_+/, '').length
}

/** `caption`: characters of the formula behind its name. */
export function boxItem(pass: Pass, node: PublicNode, layer: number, caption = 0): Item {
  const cells = cellsOf(node)
  const nameWidth =
    0.68 * typesetLength(node.name) + (pass === 'backward' ? 2.7 : 0.6) + (caption && 0.62 * caption + 1.2)
  return {
    id: `${pass} ${node.name}`,
    layer,
    width: Math.max(cells ? cells.columns * cells.columnWidth + 1 : 5.5, Math.min(nameWidth, 14)),
    height: cells ? cells.rows * rowHeight + 0.7 : 2.6,
    above: nameRoom,
    below: shapeRoom,
  }
}

export function linksOf(boxes: readonly PublicNode[], pass: Pass): Link[] {
  const drawn = new Set(boxes.map(node => node.name))
  return boxes.flatMap(node =>
    node.inputs
      .filter(input => drawn.has(input))
      .map(input => ({ from: `${pass} ${input}`, to: `${pass} ${node.name}` })),
  )
}

/** Gradients stand below what they are the gradients of; those of labels one column before the node that uses them. */
export function backwardItems(
  exercise: PublicExercise,
  graph: DrawnGraph,
  steps: readonly PublicStep[],
): { items: readonly Item[]; links: readonly Link[] } {
  const seed = exercise.upstream?.node ?? exercise.nodes.find(node => node.role === 'loss')?.name
  const asked = new Set(
    steps.flatMap(step => (step.kind === 'gradient' && step.node !== null ? [step.node] : [])),
  )
  if (seed === undefined || asked.size === 0) return { items: [], links: [] }
  const byName = new Map(exercise.nodes.map(node => [node.name, node]))
  const reached = new Set<string>()
  const reach = (name: string): void => {
    if (reached.has(name)) return
    reached.add(name)
    for (const input of byName.get(name)?.inputs ?? []) reach(input)
  }
  reach(seed)
  const inner = (node: PublicNode) => node.inputs.length > 0
  const shown = graph.boxes.filter(
    node => node.name === seed || asked.has(node.name) || (reached.has(node.name) && inner(node)),
  )
  const items = shown.map(node => boxItem('backward', node, graph.layers.get(node.name) ?? 0))
  const links = linksOf(shown, 'backward').map(({ from, to }) => ({ from: to, to: from }))
  for (const [user, labels] of graph.labels) {
    const layer = (graph.layers.get(user) ?? 1) - 1
    for (const label of labels.filter(({ name }) => asked.has(name))) {
      items.push({ ...boxItem('backward', label, layer), hanging: true })
      if (shown.some(({ name }) => name === user))
        links.push({ from: `backward ${user}`, to: `backward ${label.name}` })
    }
  }
  return { items, links }
}
