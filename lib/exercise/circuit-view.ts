import { math } from '@/lib/exact/mathml'
import {
  type Applied,
  type Expr,
  type ExprItem,
  formulaMathml,
  nodeOf,
  outermost,
  spellExpr,
} from '@/lib/network'
import type { PublicCircuit } from '@/lib/protocol/exercise'
import { wiresOf } from './circuit'
import type { Exercise } from './exercise'
import { type Circuit, gradientId, sourceName, type Wire, wireId } from './wire'

/** What the picture of each asked circuit is drawn from: names, signs and how they hang together, no value ([G11]). */
export function circuitViews(exercise: Exercise): PublicCircuit[] {
  const asked = new Set(
    exercise.flow.flatMap(item => (item.type === 'step' ? (item.step.circuit ?? []) : [])),
  )
  return exercise.circuits
    .filter(({ name }) => asked.has(name))
    .map(circuit => circuitView(circuit, exercise))
}

function circuitView(circuit: Circuit, exercise: Exercise): PublicCircuit {
  const { name, nodes } = circuit
  const { graph } = exercise
  return {
    name,
    formula: math(formulaMathml(whole(name, circuit, exercise))),
    gates: nodes.map(node => ({
      node,
      sign: signOf(nodeOf(graph, node).expr),
      step: gradientId({ node, index: null }),
    })),
    wires: wiresOf(exercise)
      .filter(wire => wire.circuit === name)
      .map(wireView),
  }
}

function wireView(wire: Wire): PublicCircuit['wires'][number] {
  const { node, index, into, nth } = wire
  const sum = gradientId(wire)
  return {
    node,
    index: index === null ? null : [...index],
    source: sourceName(wire),
    into,
    nth,
    // What comes back on an only wire is the gradient of its source.
    step: nth === null ? sum : wireId(wire),
    sum,
  }
}

/** The expression of the circuit as the file has it, with the operations that it uses once put together again. */
function whole(name: string, circuit: Circuit, exercise: Exercise): Expr {
  const again = new Set(wiresOf(exercise).flatMap(({ node, nth }) => (nth === null ? [] : [node])))
  // The last operation comes last, so its operands are put together before it.
  const made = new Map<string, Expr>()
  for (const node of circuit.nodes) {
    const own: ExprItem[] = []
    const places: number[] = []
    for (const item of nodeOf(exercise.graph, node).expr) {
      const inner = item.kind === 'node' && !again.has(item.name) ? made.get(item.name) : undefined
      if (inner !== undefined) own.push(...moved(inner, own.length))
      else
        own.push(item.kind === 'apply' ? { ...item, inputs: item.inputs.map(at => places[at] ?? 0) } : item)
      places.push(own.length - 1)
    }
    made.set(node, own)
  }
  return made.get(name) ?? []
}

function moved(expr: Expr, by: number): ExprItem[] {
  return expr.map(item =>
    item.kind === 'apply' ? { ...item, inputs: item.inputs.map(at => at + by) } : item,
  )
}

const signs: ReadonlyMap<string, string> = new Map([
  ['add', '+'],
  ['subtract', '−'],
  ['multiply', '×'],
  ['divide', '÷'],
  ['negate', '−'],
  ['sigmoid', 'σ'],
])

/** What stands in the gate: a sign or a function's name, with the numbers that go into it and come on no wire. */
function signOf(expr: Expr): string {
  const root = outermost(expr)
  if (root === null) return ''
  if (root.op.name === 'power') return `^${root.settings[0] ?? ''}`
  const sign = signs.get(root.op.name) ?? root.op.name
  if (root.inputs.length < 2) return ends(expr, root) ? sign : spellExpr(expr)
  const numbers = root.inputs.map(at => (isOnWire(expr, at) ? null : spellExpr(expr.slice(0, at + 1))))
  if (numbers.every(number => number === null)) return sign
  const [left = null, right = null] = numbers
  if (signs.has(root.op.name)) return left === null ? `${sign} ${right}` : `${left} ${sign}`
  return `${sign} ${numbers.filter(number => number !== null).join(', ')}`
}

/** Whether the one op is all that there is: a function that is put together of several has no shorter name than its formula. */
function ends(expr: Expr, root: Applied): boolean {
  return root.inputs.every(at => isOnWire(expr, at))
}

/** Whether what goes in comes on a wire: a name or an entry of one. */
function isOnWire(expr: Expr, at: number): boolean {
  const item = expr[at]
  if (item?.kind !== 'apply') return item?.kind === 'node'
  return item.op.name === 'entry' && expr[item.inputs[0] ?? 0]?.kind === 'node'
}
