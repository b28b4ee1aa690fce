import type { PublicExercise, PublicNode, PublicStep } from '@/lib/protocol/exercise'
import { type DrawnGraph, drawGraph } from './graph'
import { type Item, type Link, type Placed, stackColumns } from './stack'

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
  /** Nodes that act on the way, or else the name of the operation. */
  readonly nodes: readonly PublicNode[]
  readonly text: string
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

const rowHeight = 1.75
const nameRoom = 2.1
const shapeRoom = 1.5
/** Longest side that is drawn entry by entry. */
const mostDrawn = 5
/** Wide enough for `−0.6` and `?`; longer entries are cut and told in full elsewhere, so that nothing jumps. */
const usualColumn = 2.8
const widestColumn = 5.2
const shortestGap = 2.4
/** Level part before an arrow's head, outside the column that it enters. */
const headRoom = 0.9

/** The whole picture. Depends on the exercise alone: filling in an answer moves nothing. */
export function drawExercise(exercise: PublicExercise): Drawing {
  const graph = drawGraph(exercise)
  const steps = exercise.flow.flatMap(entry => (entry.type === 'step' ? [entry.step] : []))
  const forward = graph.boxes.map(node => boxItem('forward', node, graph.layers.get(node.name) ?? 0))
  const forwardLinks = linksOf(graph.boxes, 'forward')
  const backward = backwardItems(exercise, graph, steps)
  const parts = {
    forward: passThrough(forward, forwardLinks),
    backward: passThrough(backward.items, backward.links),
  }

  const columns = columnsOf([...parts.forward.items, ...parts.backward.items], graph)
  const up = extent(parts.forward.items)
  const down = extent(parts.backward.items)
  const hasBackward = backward.items.length > 0
  const middle = hasBackward ? up.height + 2.2 : null
  const centres: Record<Pass, number> = {
    forward: up.above,
    backward: (middle ?? 0) + 2.2 + down.above,
  }
  const at = (item: Placed, pass: Pass): readonly [number, number] => [
    columns.centres.get(item.layer) ?? 0,
    centres[pass] + item.y,
  ]
  const boxes: DrawnBox[] = []
  const arrows: DrawnArrow[] = []
  for (const pass of ['forward', 'backward'] as const) {
    const placed = new Map(parts[pass].items.map(item => [item.id, item]))
    for (const item of parts[pass].items) {
      const node = exercise.nodes.find(({ name }) => `${pass} ${name}` === item.id)
      if (!node) continue
      const [x, y] = at(item, pass)
      boxes.push({
        id: item.id,
        pass,
        node,
        step: stepOf(steps, node.name, pass),
        cells: cellsOf(node),
        x: x - item.width / 2,
        y: y - item.height / 2,
        width: item.width,
        height: item.height,
      })
    }
    for (const path of parts[pass].paths) {
      const way = path.flatMap(id => placed.get(id) ?? [])
      const [first, last] = [way[0], way.at(-1)]
      if (!first || !last || way.length < 2) continue
      const sense = first.layer < last.layer ? 1 : -1
      const points = way.flatMap((item, place) => {
        const [x, y] = at(item, pass)
        const half = (columns.widths.get(item.layer) ?? 0) / 2
        const own = item.width / 2
        // Bends stay between the columns, so that no arrow crosses a box that it only passes.
        const before: [number, number][] = place === 0 ? [] : [[x - sense * (half + headRoom), y]]
        const after: [number, number][] = place === way.length - 1 ? [] : [[x + sense * half, y]]
        const side = place === 0 ? sense : -sense
        return [...before, ...(own > 0 ? [[x + side * own, y] as [number, number]] : []), ...after]
      })
      arrows.push({ from: first.id, to: last.id, pass, points })
    }
  }
  return {
    width: columns.width,
    height: hasBackward ? centres.backward + down.height - down.above : up.height,
    boxes,
    arrows,
    labels: arrowLabels(graph, boxes),
    middle,
  }
}

export function stepOf(steps: readonly PublicStep[], node: string, pass: Pass): PublicStep | null {
  const kind = pass === 'forward' ? 'value' : 'gradient'
  const asked = steps.filter(step => step.node === node && step.kind === kind)
  return asked.find(step => !step.id.endsWith(']')) ?? asked[0] ?? null
}

function cellsOf(node: PublicNode): DrawnBox['cells'] {
  const [rows, columns] = matrixOf(node.shape)
  if (node.shape.length > 2 || rows > mostDrawn || columns > mostDrawn) return null
  const longest = Math.max(0, ...(node.values ?? []).map(text => text.length))
  return { rows, columns, columnWidth: Math.min(widestColumn, Math.max(usualColumn, 0.62 * longest + 1)) }
}

/** A vector is drawn as a column, as the grid of cells has it. */
function matrixOf(shape: readonly number[]): readonly [number, number] {
  return shape.length < 2 ? [shape[0] ?? 1, 1] : [shape.at(-2) ?? 1, shape.at(-1) ?? 1]
}

function boxItem(pass: Pass, node: PublicNode, layer: number): Item {
  const cells = cellsOf(node)
  const nameWidth = 0.62 * node.name.length + (pass === 'backward' ? 2.4 : 0.6)
  return {
    id: `${pass} ${node.name}`,
    layer,
    width: Math.max(cells ? cells.columns * cells.columnWidth + 1 : 5.5, Math.min(nameWidth, 9)),
    height: cells ? cells.rows * rowHeight + 0.7 : 2.6,
    above: nameRoom,
    below: shapeRoom,
  }
}

function linksOf(boxes: readonly PublicNode[], pass: Pass): Link[] {
  const drawn = new Set(boxes.map(node => node.name))
  return boxes.flatMap(node =>
    node.inputs
      .filter(input => drawn.has(input))
      .map(input => ({ from: `${pass} ${input}`, to: `${pass} ${node.name}` })),
  )
}

/** Gradients stand below what they are the gradients of; those of labels one column before the node that uses them. */
function backwardItems(
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

/** Places items, with a gap in every column that an arrow passes. */
function passThrough(items: readonly Item[], links: readonly Link[]) {
  const layer = new Map(items.map(item => [item.id, item.layer]))
  const all = [...items]
  const short: Link[] = []
  const paths: string[][] = []
  for (const { from, to } of links) {
    const [start, end] = [layer.get(from) ?? 0, layer.get(to) ?? 0]
    const sense = start < end ? 1 : -1
    const path = [from]
    for (let at = start + sense; at !== end && start !== end; at += sense) {
      const id = `${from} > ${to} @${at}`
      all.push({ id, layer: at, width: 0, height: 0.6, above: 0, below: 0 })
      path.push(id)
    }
    path.push(to)
    paths.push(path)
    for (const [place, id] of path.entries()) {
      const next = path[place + 1]
      if (next !== undefined) short.push({ from: id, to: next })
    }
  }
  return { items: stackColumns(all, short), paths }
}

/** Columns are as wide as their widest box, and as far apart as the labels between them need. */
function columnsOf(items: readonly Placed[], graph: DrawnGraph) {
  const widths = new Map<number, number>()
  for (const item of items) widths.set(item.layer, Math.max(widths.get(item.layer) ?? 0, item.width))
  const gaps = new Map<number, number>()
  // A column may be wider than its box of the forward pass: the arrow, and the label on it, have that room too.
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

function extent(items: readonly Placed[]): { above: number; height: number } {
  if (items.length === 0) return { above: 0, height: 0 }
  const top = Math.min(...items.map(item => item.y - item.height / 2 - item.above))
  const bottom = Math.max(...items.map(item => item.y + item.height / 2 + item.below))
  return { above: -top, height: bottom - top }
}

/** What happens on the only arrow into a box; a box with several arrows has no one place for it. */
function labelOf(node: PublicNode, graph: DrawnGraph): Pick<DrawnLabel, 'nodes' | 'text'> | null {
  const drawn = new Set(graph.boxes.map(({ name }) => name))
  if (node.inputs.filter(input => drawn.has(input)).length !== 1) return null
  const nodes = graph.labels.get(node.name) ?? []
  const text = nodes.length > 0 ? '' : (node.operation ?? '')
  if (nodes.length === 0 && (text === '' || text.length > 12)) return null
  return { nodes: nodes.slice(0, 4), text: text === 'relu' ? 'ReLU' : text }
}

function labelWidth({ nodes, text }: Pick<DrawnLabel, 'nodes' | 'text'>): number {
  const characters = nodes.reduce((sum, node) => sum + Math.min(node.name.length, 8) + 1.5, 0)
  return 0.62 * 0.9 * Math.max(characters, text.length)
}

function arrowLabels(graph: DrawnGraph, boxes: readonly DrawnBox[]): readonly DrawnLabel[] {
  const drawn = new Map(boxes.filter(box => box.pass === 'forward').map(box => [box.node.name, box]))
  return graph.boxes.flatMap(node => {
    const label = labelOf(node, graph)
    const to = drawn.get(node.name)
    const from = node.inputs.flatMap(input => drawn.get(input) ?? [])[0]
    // An arrow over several columns bends: its label would lie on the boxes that it passes.
    if (
      !label ||
      !to ||
      !from ||
      (graph.layers.get(node.name) ?? 0) - (graph.layers.get(from.node.name) ?? 0) !== 1
    ) {
      return []
    }
    const y = to.y + to.height / 2
    // On an arrow that climbs there is no room above the line.
    if (Math.abs(from.y + from.height / 2 - y) > 0.3) return []
    return [{ ...label, x: (from.x + from.width + to.x) / 2, y: y - 0.5 }]
  })
}
