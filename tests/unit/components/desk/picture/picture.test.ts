import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleExercise, exampleRecords } from '@/components/desk/example'
import { computed } from '@/components/desk/picture/computed'
import type { DrawnBox } from '@/components/desk/picture/drawing'
import { showEntry } from '@/components/desk/picture/entry'
import { fillBox } from '@/components/desk/picture/fill'
import { drawGraph } from '@/components/desk/picture/graph'
import { drawExercise, drawForWall } from '@/components/desk/picture/layout'
import { neighbour } from '@/components/desk/picture/moves'
import { lessonSource } from '../../../../lesson-files'
import { takesLong } from '../../../../takes-long'
import { viewOf } from '../../../exercise/solve'
import { drawnExercise, drawnNode, drawnStep, networks } from './networks'

takesLong()

const boxOf = (boxes: readonly DrawnBox[], id: string) => boxes.find(box => box.id === id)!
const show = (text: string) => showEntry(text, computed)
const middle = (box: DrawnBox) => box.y + box.height / 2

describe('which nodes are boxes', () => {
  test('weights and targets used once are labels; what flows is a box', () => {
    const graph = drawGraph(exampleExercise)
    expect(graph.boxes.map(({ name }) => name)).toEqual(['x', 'z', 'h', 'yhat', 'L'])
    expect(graph.labels.get('z')?.map(({ name }) => name)).toEqual(['W1', 'b1'])
    expect(graph.labels.get('L')?.map(({ name }) => name)).toEqual(['y'])
    expect([...graph.layers.values()]).toEqual([0, 1, 2, 3, 4])
  })

  test('a given that nothing uses is no box: it is what the upstream gradient is called', () => {
    const nodes = [
      drawnNode('z', 'given', [2]),
      drawnNode('G', 'given', [2]),
      drawnNode('h', 'node', [2], ['z']),
    ]
    const exercise = {
      ...drawnExercise(nodes, [drawnStep(nodes[0]!, 'gradient')]),
      upstream: { node: 'h', values: ['3', '-1'] },
    }
    const { boxes } = drawExercise(exercise)
    expect(boxes.map(({ id }) => id)).toEqual(['forward z', 'forward h', 'backward z', 'backward h'])
    expect(fillBox(boxOf(boxes, 'backward h'), exercise, () => undefined, show).entries).toEqual(['3', '−1'])
  })

  test('two givens of one product are boxes, and so is a weight used twice', () => {
    const product = [
      drawnNode('A', 'given', [2, 2]),
      drawnNode('B', 'given', [2, 2]),
      drawnNode('C', 'node', [2, 2], ['A', 'B']),
    ]
    expect(drawGraph(drawnExercise(product, [])).boxes).toHaveLength(3)
    const shared = [
      drawnNode('x', 'given', []),
      drawnNode('w', 'param', []),
      drawnNode('a', 'node', [], ['w', 'x']),
      drawnNode('b', 'node', [], ['w', 'a']),
    ]
    const graph = drawGraph(drawnExercise(shared, []))
    expect(graph.boxes.map(({ name }) => name)).toContain('w')
  })
})

describe('where they stand', () => {
  test('a chain is a straight line, forward and back, and gradients stand below their nodes', () => {
    const { boxes } = drawExercise(exampleExercise)
    const heights = ['x', 'z', 'h', 'yhat', 'L'].map(name => middle(boxOf(boxes, `forward ${name}`)))
    for (const height of heights) expect(height).toBeCloseTo(heights[0]!)
    const back = ['W1', 'z', 'h', 'yhat', 'L'].map(name => middle(boxOf(boxes, `backward ${name}`)))
    for (const height of back) expect(height).toBeCloseTo(back[0]!)
    const [above, below] = [boxOf(boxes, 'forward z'), boxOf(boxes, 'backward z')]
    expect(above.x + above.width / 2).toBeCloseTo(below.x + below.width / 2)
    expect(below.y).toBeGreaterThan(above.y + above.height)
  })

  test('in any network: no two boxes overlap, all lie inside the picture, arrows go forward and back', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(drawExercise, drawForWall), (exercise, draw) => {
        const drawing = draw(exercise)
        for (const [index, a] of drawing.boxes.entries()) {
          expect(a.x).toBeGreaterThanOrEqual(-1e-9)
          expect(a.y).toBeGreaterThanOrEqual(-1e-9)
          expect(a.x + a.width).toBeLessThanOrEqual(drawing.width + 1e-9)
          expect(a.y + a.height).toBeLessThanOrEqual(drawing.height + 1e-9)
          for (const b of drawing.boxes.slice(index + 1)) {
            const apart =
              a.x + a.width <= b.x + 1e-9 ||
              b.x + b.width <= a.x + 1e-9 ||
              a.y + a.height <= b.y + 1e-9 ||
              b.y + b.height <= a.y + 1e-9
            expect(apart, `${a.id} and ${b.id}`).toBe(true)
          }
        }
        for (const { pass, points } of drawing.arrows) {
          const [first, last] = [points[0]!, points.at(-1)!]
          expect(Math.sign(last[0] - first[0])).toBe(pass === 'forward' ? 1 : -1)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('on a wall the arrows of the small network are longer, so that labels of twice their size have room', () => {
    const network = viewOf(lessonSource('full-small-network'))
    const [page, wall] = [drawExercise(network), drawForWall(network)]
    expect(wall.height).toBe(page.height)
    expect(wall.width).toBeLessThanOrEqual(2.2 * wall.height)
    for (const [at, { room }] of wall.labels.entries()) expect(room).toBeGreaterThan(page.labels[at]!.room)
  })

  test('every asked gradient has its box, and an arrow reaches every one that the loss depends on', () => {
    fc.assert(
      fc.property(networks, exercise => {
        const drawing = drawExercise(exercise)
        const reached = new Set<string>()
        const reach = (name: string) => {
          if (reached.has(name)) return
          reached.add(name)
          for (const input of exercise.nodes.find(node => node.name === name)?.inputs ?? []) reach(input)
        }
        reach(exercise.nodes.at(-1)!.name)
        for (const entry of exercise.flow) {
          if (entry.type !== 'step' || entry.step.node === null) continue
          const id = `backward ${entry.step.node}`
          expect(drawing.boxes.filter(box => box.id === id)).toHaveLength(1)
          const seed = exercise.nodes.at(-1)!.name === entry.step.node
          if (reached.has(entry.step.node) && !seed)
            expect(drawing.arrows.some(arrow => arrow.to === id)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a tensor of thousands is told by its shape', () => {
    const nodes = [drawnNode('X', 'given', [64, 64]), drawnNode('Y', 'node', [64, 64], ['X'])]
    const { boxes, height } = drawExercise(drawnExercise(nodes, []))
    expect(boxes.map(box => box.cells)).toEqual([null, null])
    expect(height).toBeLessThan(10)
  })
})

describe('what happens on the way', () => {
  const operations = (source: string) => {
    const { labels, boxes } = drawExercise(viewOf(source))
    const onArrows = labels.map(({ text, nodes }) => text || nodes.map(({ name }) => name).join(', '))
    return { onArrows, behindNames: boxes.flatMap(({ formula, node }) => (formula ? [node.name] : [])) }
  }

  test('each arrow of a chain carries its operation', () => {
    const lesson = lessonSource('full-small-network')
    expect(operations(lesson)).toEqual({
      onArrows: ['W1 @ x + b1', 'ReLU', 'W2 @ h + b2', 'sum((yhat - y)^2)'],
      behindNames: [],
    })
  })

  test('a long operation is told by the nodes that act', () => {
    const source =
      'given x = [1, 2]\nparam weight = [3, 4]\nparam offset = [1, 1]\nz = weight * x + offset\nloss L = sum(z)\nask z, dL/dz'
    expect(operations(source).onArrows).toEqual(['weight, offset', 'sum'])
  })

  test('where several arrows meet, the operation stands behind the name', () => {
    const lesson = lessonSource('matrix-multiplication')
    expect(operations(lesson)).toEqual({ onArrows: [], behindNames: ['C'] })
    const skip = 'given x = 2\na = 3 * x\nb = a + x\nloss L = b^2\nask a, b, dL/dx'
    expect(operations(skip)).toEqual({ onArrows: ['3 * x', 'b^2'], behindNames: ['b'] })
  })
})

describe('what stands in them', () => {
  test('own right answers, the upstream one of the loss, and nothing else', () => {
    const { boxes } = drawExercise(exampleExercise)
    const fill = (id: string) =>
      fillBox(boxOf(boxes, id), exampleExercise, step => exampleRecords.get(step), show)
    expect(fill('forward z')).toEqual({ entries: ['1.5', '−1.2', '1'], look: 'right' })
    expect(fill('backward W1')).toEqual({ entries: Array(6).fill(null), look: 'open' })
    expect(fill('backward L')).toEqual({ entries: ['1'], look: 'given' })
  })

  test('of a wrong answer only the right cells; of an asked entry only that one', () => {
    const A = drawnNode('A', 'given', [2, 2])
    const nodes = [A, drawnNode('B', 'given', [2, 2]), drawnNode('L', 'loss', [], ['A', 'B'])]
    const step = { ...drawnStep(A, 'gradient', 'dL/dA[2,1]'), shape: [], index: [2, 1] }
    const exercise = drawnExercise(nodes, [step])
    const box = boxOf(drawExercise(exercise).boxes, 'backward A')
    const record = exampleRecords.get('L')!
    expect(fillBox(box, exercise, () => record, show).entries).toEqual([null, null, '1', null])
    const wrong = structuredClone(record)
    wrong.best = 'wrong'
    wrong.result!.cells[0]!.verdict = 'wrong'
    expect(fillBox(box, exercise, () => wrong, show)).toEqual({
      entries: [null, null, null, null],
      look: 'wrong',
    })
  })

  test('a number is shown as typed if short, else as the number that it is', () => {
    expect(show('-0.6')).toBe('−0.6')
    expect(show(' 3/2 ')).toBe('3/2')
    expect(show('2*0.75 - 2.1')).toBe('−0.6')
    expect(show('e')).toBe('e')
    // What computes may not be there (yet).
    expect(showEntry('2*0.75 - 2.1', null)).toBe('2*0.75 − 2.1')
  })
})

test('arrow keys move to the nearest box that way, and stop at the edge', () => {
  const { boxes } = drawExercise(exampleExercise)
  const asked = boxes.filter(box => box.step)
  const z = boxOf(boxes, 'forward z')
  expect(neighbour(asked, z, 'ArrowRight')?.id).toBe('forward h')
  expect(neighbour(asked, z, 'ArrowDown')?.id).toBe('backward z')
  expect(neighbour(asked, boxOf(boxes, 'backward W1'), 'ArrowLeft')).toBeNull()
})
