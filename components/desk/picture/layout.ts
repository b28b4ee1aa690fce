import type { PublicExercise, PublicStep } from '@/lib/protocol/exercise'
import { arrowLabels, captionOf, columnsOf } from './columns'
import type { Drawing, DrawnArrow, DrawnBox, Pass } from './drawing'
import { drawGraph } from './graph'
import { backwardItems, boxItem, cellsOf, linksOf } from './items'
import { type Item, type Link, type Placed, stackColumns } from './stack'

/** Level part before an arrow's head, outside the column that it enters. */
const headRoom = 0.9

/**
 * The whole picture. It depends only on the exercise, so that filling in an answer moves nothing. `labelSize`: how many times larger
 * than drawn the type of the labels on arrows is; the columns stand so far apart that these have room.
 */
export function drawExercise(exercise: PublicExercise, labelSize = 1): Drawing {
  const graph = drawGraph(exercise)
  const steps = exercise.flow.flatMap(entry => (entry.type === 'step' ? [entry.step] : []))
  const captions = new Map(graph.boxes.map(node => [node.name, captionOf(node, graph)]))
  const forward = graph.boxes.map(node =>
    boxItem('forward', node, graph.layers.get(node.name) ?? 0, captions.get(node.name)?.length),
  )
  const forwardLinks = linksOf(graph.boxes, 'forward')
  const backward = backwardItems(exercise, graph, steps)
  const parts = {
    forward: passThrough(forward, forwardLinks),
    backward: passThrough(backward.items, backward.links),
  }

  const columns = columnsOf([...parts.forward.items, ...parts.backward.items], graph, labelSize)
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
        formula: (pass === 'forward' && captions.get(node.name)?.formula) || null,
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
    labels: arrowLabels(graph, boxes, labelSize),
    middle,
  }
}

/** What the type of a label on a wall is to that of the picture, and what a wall's width is to its height beside title and legend. */
const [wallLabels, wallShape] = [[2.2, 1.6, 1.3], 2.2] as const

/** The picture on a projector's wall, which is wider than the picture needs: its arrows are longer, so that their labels have room. */
export function drawForWall(exercise: PublicExercise): Drawing {
  const fitting = wallLabels
    .map(size => drawExercise(exercise, size))
    .find(({ width, height }) => width <= wallShape * height)
  return fitting ?? drawExercise(exercise)
}

function stepOf(steps: readonly PublicStep[], node: string, pass: Pass): PublicStep | null {
  const kind = pass === 'forward' ? 'value' : 'gradient'
  const asked = steps.filter(step => step.node === node && step.kind === kind)
  return asked.find(step => step.index === undefined) ?? asked[0] ?? null
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

function extent(items: readonly Placed[]): { above: number; height: number } {
  if (items.length === 0) return { above: 0, height: 0 }
  const top = Math.min(...items.map(item => item.y - item.height / 2 - item.above))
  const bottom = Math.max(...items.map(item => item.y + item.height / 2 + item.below))
  return { above: -top, height: bottom - top }
}
