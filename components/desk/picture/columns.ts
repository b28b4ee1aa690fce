import type { PublicNode } from '@/lib/protocol/exercise'
import type { DrawnBox, DrawnLabel } from './drawing'
import type { DrawnGraph } from './graph'
import { typesetLength } from './items'
import type { Placed } from './stack'

const shortestGap = 2.4

/** Columns are as wide as their widest box, and as far apart as the labels between them need, whose type is `labelSize` times as large as drawn. */
export function columnsOf(items: readonly Placed[], graph: DrawnGraph, labelSize: number) {
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
    const wanted = label ? labelSize * labelWidth(label) + 1.4 - room : 0
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

/** Characters of a formula that still stands on an arrow, and of one that stands behind its node's name. */
const longestLabel = 12
const longestCaption = 14

/** The label on the only arrow into a box: the operation, or if that is long, the nodes that act on the way. */
function labelOf(node: PublicNode, graph: DrawnGraph): LabelText | null {
  if (drawnInputs(node, graph).length !== 1) return null
  const { operation, formula } = node
  const text = operation ?? ''
  if (text === 'relu') return { nodes: [], text: 'ReLU', formula: null }
  const nodes = graph.labels.get(node.name) ?? []
  const word = /^\w+$/.test(text)
  const fits = text !== '' && formulaLength(text) <= longestLabel && (word || formula !== null)
  if (fits && (word ? nodes.length === 0 : true)) return { nodes: [], text, formula: word ? null : formula }
  return nodes.length === 0 ? null : { nodes: nodes.slice(0, 4), text: '', formula: null }
}

/**
 * The formula of a box into which several arrows lead, or one that passes other boxes: no arrow has room for it, so it stands
 * behind the name. Null where it would be too long.
 */
export function captionOf(node: PublicNode, graph: DrawnGraph): { formula: string; length: number } | null {
  const { operation, formula, name } = node
  const inputs = drawnInputs(node, graph)
  const layer = graph.layers.get(name) ?? 0
  const far = inputs.some(input => layer - (graph.layers.get(input) ?? 0) !== 1)
  if (formula === null || operation === null || (inputs.length === 1 && !far)) return null
  const length = formulaLength(operation)
  return length > longestCaption ? null : { formula, length }
}

function drawnInputs(node: PublicNode, graph: DrawnGraph): readonly string[] {
  const drawn = new Set(graph.boxes.map(({ name }) => name))
  return node.inputs.filter(input => drawn.has(input))
}

/** Characters that an expression of the file takes when it is typeset. */
function formulaLength(text: string): number {
  const typeset = text
    .replace(/hat\b|bar\b|tilde\b|[\s@^]/g, '')
    // A sign with room on either side.
    .replace(/\*/g, ' ⊙ ')
    .replace(/\bsum\b/g, '∑')
    .replace(/\bsigmoid\b/g, 'σ')
  return typeset.length
}

function labelWidth({ nodes, text }: LabelText): number {
  const characters = nodes.reduce((sum, node) => sum + Math.min(typesetLength(node.name), 12) + 1.5, 0)
  return 0.62 * 0.9 * Math.max(characters, formulaLength(text))
}

export function arrowLabels(
  graph: DrawnGraph,
  boxes: readonly DrawnBox[],
  labelSize: number,
): readonly DrawnLabel[] {
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
    const climb = from.y + from.height / 2 - y
    const room = to.x - from.x - from.width
    if (Math.abs(climb) <= 0.3) return [{ ...label, x: (from.x + from.width + to.x) / 2, y: y - 0.5, room }]
    // An arrow that climbs has room at its head only, on the side from which it does not come.
    return [
      {
        ...label,
        x: to.x - (labelSize * labelWidth(label)) / 2 - 0.6,
        y: climb > 0 ? y - 0.5 : y + 1.9,
        room,
      },
    ]
  })
}
