import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cell, type DrawnCircuit, drawCircuit } from '@/components/desk/circuit/layout'
import { gateOf } from '@/components/desk/circuit/parts'
import type { PublicCircuit, PublicExercise } from '@/lib/protocol/exercise'
import { takesLong } from '../../../../takes-long'
import { spell, trees } from '../../../exercise/circuits'
import { stepsOf, viewOf } from '../../../exercise/solve'

takesLong()

const leaves = 'param x = 1\nparam y = 2\nparam z = 3\nparam w = [4, 5]\n'
const drawn = (line: string): { view: PublicExercise; circuit: PublicCircuit; drawing: DrawnCircuit } => {
  const view = viewOf(`${leaves}loss circuit f = ${line}\nask circuit f`)
  const [circuit] = view.circuits ?? []
  if (circuit === undefined) throw new Error('no circuit')
  return { view, circuit, drawing: drawCircuit(circuit) }
}

interface Rectangle {
  readonly what: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function rectangles({ slots, gates }: DrawnCircuit): Rectangle[] {
  const around = (what: string, x: number, y: number, width: number, height: number): Rectangle => ({
    what,
    left: x - width / 2,
    right: x + width / 2,
    top: y - height / 2,
    bottom: y + height / 2,
  })
  return [
    ...slots.flatMap(({ step, x, y }) =>
      step === null ? [] : [around(step, x, y, cell.width, cell.height)],
    ),
    ...gates.map(({ node, x, y, width, height }) => around(`gate ${node}`, x, y, width, height)),
  ]
}

const overlap = (a: Rectangle, b: Rectangle) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

describe('the picture of a circuit', () => {
  test('operands stand at the left, what comes out at the right, a value above its wire and its gradient below', () => {
    const { drawing } = drawn('(x + y) * max(y, z)')
    const at = (step: string) => drawing.slots.find(slot => slot.step === step)
    const gate = (node: string) => drawing.gates.find(one => one.node === node)!
    expect(drawing.gates.map(({ sign }) => sign)).toEqual(['+', 'max', '×'])
    expect(gate('f_1').x).toBe(gate('f_2').x)
    expect(gate('f').x).toBeGreaterThan(at('f_1')!.x)
    expect(at('f_1')!.y).toBeLessThan(gate('f_1').y)
    expect(at('dL/df_1')!.y).toBeGreaterThan(gate('f_1').y)
    expect(at('dL/dy')).toMatchObject({ sumOf: 2 })
    expect(at('dL/dy.1')!.y).toBeLessThan(at('dL/dy.2')!.y)
    expect(drawing.names.map(({ source }) => source).sort()).toEqual(['f', 'x', 'y', 'z'])
  })

  test('the gate that a step is about: out of which its value comes, through which its gradient comes back', () => {
    const { circuit } = drawn('(x + y) * max(y, z)')
    const about = (step: string) => gateOf(circuit, step)
    expect(['f_2', 'dL/df_2', 'dL/dy.1', 'dL/dx', 'f'].map(about)).toEqual(['f_2', 'f', 'f_1', 'f_1', 'f'])
    expect(['dL/dy', 'dL/df'].map(about)).toEqual([null, null])
  })

  test('signs: numbers that come on no wire stand in the gate', () => {
    const { drawing } = drawn('1 / (1 + exp(-(w[1] * 2 - x^3)))')
    expect(drawing.gates.map(({ sign }) => sign)).toEqual(['× 2', '^3', '−', '−', 'exp', '1 +', '1 ÷'])
  })

  test('of any circuit each step has its place, no cell covers another or a gate, and all is within the picture', () => {
    fc.assert(
      fc.property(trees, tree => {
        const { view, drawing } = drawn(spell(tree))
        const places = drawing.slots.flatMap(({ step }) => step ?? [])
        expect([...places].sort()).toEqual(
          stepsOf(view)
            .map(({ id }) => id)
            .sort(),
        )
        const all = rectangles(drawing)
        for (const [nth, one] of all.entries()) {
          expect(one.left, one.what).toBeGreaterThanOrEqual(0)
          expect(one.top, one.what).toBeGreaterThanOrEqual(0)
          expect(one.right, one.what).toBeLessThanOrEqual(drawing.width)
          expect(one.bottom, one.what).toBeLessThanOrEqual(drawing.height)
          for (const other of all.slice(nth + 1)) {
            expect(overlap(one, other), `${one.what} and ${other.what} in ${spell(tree)}`).toBe(false)
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})

test('[G11] what the picture is drawn from holds names, signs and no value', () => {
  const { circuit } = drawn('(x + y) * max(y, z)')
  expect(Object.keys(circuit).sort()).toEqual(['formula', 'gates', 'name', 'wires'])
  const wire = (source: string, into: string, nth: number | null) => {
    const sum = `dL/d${source}`
    return { node: source, index: null, source, into, nth, step: nth === null ? sum : `${sum}.${nth}`, sum }
  }
  expect(circuit.wires).toEqual([
    wire('x', 'f_1', null),
    wire('y', 'f_1', 1),
    wire('y', 'f_2', 2),
    wire('z', 'f_2', null),
    wire('f_1', 'f', null),
    wire('f_2', 'f', null),
  ])
  expect(circuit.gates.map(({ step }) => step)).toEqual(['dL/df_1', 'dL/df_2', 'dL/df'])
})
