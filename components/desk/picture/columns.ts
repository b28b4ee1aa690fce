import type { PublicNode } from '@/lib/protocol/exercise'
import type { DrawnBox, DrawnLabel } from './drawing'
import type { DrawnGraph } from './graph'
import { typesetLength } from './items'
import type { Placed } from './stack'

const shortestGap = 2.4

/** Columns are as wide as their widest box, and as far apart as the labels between them need. */
export function columnsOf(items: readonly Placed[], graph: DrawnGraph) {
  const widths = new Map<number, number>()
  for (const item of items) widths.set(item.layer, Math.max(widths.get(item.layer) ?? 0, item.width))
  const gaps = new Map<number, number>()
  // A column may be wider than its box of the forward pass; the arrow and its label may use that room too.
  const slack = (name: string) => {
    const item = items.find(({ id }) => id === `forward ${name}`)
    return item ? ((widths.get(item.layer) ?? 0) - item.width) / 2 : 0
  }
  for (const node of graph.boxes) {
    const label = labelOf(node, graph)
    const before = (graph.layers.get(node.name) ?? 0) - 1
    const room = slack(node.name) + Math.max(0, ...node.inputs.map(slack))
    const wanted = label ? labelWidth(label) + 1.4 - room : 0
    gaps.set(before, Math.max(gaps.get(before) ?? shortestGap, wanted))
  }
  const centres = new Map<number, number>()
  let edge = 0
  for (const layer of [...widths.keys()].sort((a, b) => a - b)) {
    const width = widths.get(layer) ?? 0
    centres.set(layer, edge + width / 2)
    edge += width + (gaps.get(layer) ?? shortestGap)
  }
  const last = Math.max(...widths.keys())
  return { centres, widths, width: Math.max(1, edge - (gaps.get(last) ?? shortestGap)) }
}

type LabelText = Pick<DrawnLabel, 'nodes' | 'text' | 'formula'>

/** The label on the only arrow into a box; a box with several arrows has no single place for it. */
function labelOf(node: PublicNode, graph: DrawnGraph): LabelText | null {
  const drawn = new Set(graph.boxes.map(({ name }) => name))
  if (node.inputs.filter(input => drawn.has(input)).length !== 1) return null
  const nodes = graph.labels.get(node.name) ?? []
  const text = nodes.length > 0 ? '' : (node.operation ?? '')
  if (nodes.length === 0 && (text === '' || text.length > 12)) return null
  const formula = /^\w*$/.test(text) ? null : node.formula
  return { nodes: nodes.slice(0, 4), text: text === 'relu' ? 'ReLU' : text, formula }
}

function labelWidth({ nodes, text }: LabelText): number {
  const characters = nodes.reduce((sum, node) => sum + Math.min(typesetLength(node.name), 12) + 1.5, 0)
  return 0.62 * 0.9 * Math.max(characters, text.length)
}

export function arrowLabels(graph: DrawnGraph, boxes: readonly DrawnBox[]): readonly DrawnLabel[] {
  const drawn = new Map(boxes.filter(box => box.pass === 'forward').map(box => [box.node.name, box]))
  return graph.boxes.flatMap(node => {
    const label = labelOf(node, graph)
    const to = drawn.get(node.name)
    const from = node.inputs.flatMap(input => drawn.get(input) ?? [])[0]
    // An arrow over several columns bends, and its label would lie on the boxes that it passes.
    if (
      !label ||
      !to ||
      !from ||
      (graph.layers.get(node.name) ?? 0) - (graph.layers.get(from.node.name) ?? 0) !== 1
    ) {
      return []
    }
    const y = to.y + to.height / 2
    // An arrow that climbs has no room above the line.
    if (Math.abs(from.y + from.height / 2 - y) > 0.3) return []
    return [{ ...label, x: (from.x + from.width + to.x) / 2, y: y - 0.5 }]
  })
}
