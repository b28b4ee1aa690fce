import type { Scalar } from '@/lib/exact/atoms'
import { math, partialMathml } from '@/lib/exact/mathml'
import { sizeOf, type Tensor } from '@/lib/exact/tensor'
import { Elsewhere, type Key, type Passes, publicView, waysBack } from '@/lib/exercise'
import type { PublicExercise, PublicStep } from '@/lib/protocol/exercise'
import type { FigureNumbers, FigureStep, FigureUse, NetworkFigure } from '@/lib/protocol/figure'
import { plainSentence, sentenceOf } from '@/lib/words/sentence'
import { type AskedFigure, onlyThese } from './asked'
import { turned } from './knob'
import { printed, printer } from './print'

/** Entries of a node whose local Jacobian is looked at entry by entry. */
const mostEntries = 64

/** The whole network at every position of a knob: values, local slopes, gradients, and the loss. */
export function networkFigure(
  asked: AskedFigure,
  kind: NetworkFigure['kind'],
  key: Key,
  caption: string,
): NetworkFigure {
  const { exercise } = key
  if (exercise.loss === null) throw new Error('a figure of a network needs a loss')
  const fixed = kind === 'backward' && !asked.options.has('knob')
  onlyThese(asked, fixed ? [] : ['knob', 'from', 'to', 'by'])
  const turn = fixed ? null : turned(asked, key)
  const elsewhere = new Elsewhere(key)
  const positions = (turn?.moved ?? [new Map()]).map((moved, at) => {
    const made = elsewhere.passes(moved)
    if (made.ok) return made.passes
    throw new Error(`at ${turn?.knob.name} = ${turn?.knob.positions[at]}: ${plainSentence(made.reason)}`)
  })
  const back = stepsBack(key, elsewhere, positions)
  const print = printer(key)
  const { still, moving } = apart(positions.map(passes => numbersAt(passes, back, elsewhere, print)))
  const masks = back.flatMap(({ node, uses }) =>
    uses.flatMap(({ through, by }) =>
      by === 'slopes' && isRelu(key, through) ? [slopeName(through, node)] : [],
    ),
  )
  const knob = turn?.knob ?? null
  return { kind, caption, network: networkOf(key), loss: exercise.loss, knob, still, moving, back, masks }
}

export const slopeName = (of: string, by: string): string => `d${of}/d${by}`
const shareName = (through: string, node: string): string => `${through}>${node}`

/** Gradients in the order in which they are found: of what lies on the way to the loss, params included, givens not. */
function stepsBack(key: Key, elsewhere: Elsewhere, positions: readonly Passes[]): FigureStep[] {
  const { exercise } = key
  const loss = exercise.loss ?? ''
  return [...exercise.graph.values()].reverse().flatMap(({ name, role }) => {
    const ways = role === 'given' ? [] : waysBack(exercise, name)
    const uses = ways.map(({ through, rule, takes }): FigureUse => {
      const by = actsEntrywise(elsewhere, positions, through, name) ? 'slopes' : 'factors'
      const share = ways.length > 1 ? shareName(through, name) : null
      const whole = rule && math(`${partialMathml(loss, name)}<mo>=</mo>${rule}`)
      return { through, rule: ways.length > 1 ? rule && math(rule) : whole, by, with: takes, share }
    })
    return uses.length === 0 ? [] : [{ node: name, uses }]
  })
}

/** Whether each entry is moved by its own entry alone, or one number by all of them: at every position, so that a zero proves nothing. */
function actsEntrywise(elsewhere: Elsewhere, positions: readonly Passes[], of: string, by: string): boolean {
  const [first] = positions
  const [top, bottom] = [first?.values.get(of)?.shape ?? [], first?.values.get(by)?.shape ?? []]
  const size = sizeOf(top)
  if (size === 1) return true
  if (size !== sizeOf(bottom) || size > mostEntries) return false
  return positions.every(passes =>
    Array.from({ length: size }, (_, place) => elsewhere.slopes(passes, of, place, by)).every((row, place) =>
      row.data.every((slope, at) => at === place || elsewhere.field.isZero(slope)),
    ),
  )
}

function numbersAt(
  passes: Passes,
  back: readonly FigureStep[],
  elsewhere: Elsewhere,
  print: (value: Scalar) => string,
): FigureNumbers {
  const { values, gradients } = passes
  const found = new Map<string, readonly string[]>()
  for (const [name, value] of values) found.set(name, printed(print, value))
  for (const [name, gradient] of gradients) found.set(`dL/d${name}`, printed(print, gradient))
  for (const { node, uses } of back) {
    for (const { through, by, share } of uses) {
      if (by === 'slopes') {
        const slopes = localSlopes(passes, elsewhere, through, node)
        found.set(slopeName(through, node), slopes.map(print))
      }
      if (share !== null) found.set(share, printed(print, elsewhere.sent(passes, through, node)))
    }
  }
  return Object.fromEntries(found)
}

/** One slope for each entry of `by`. */
function localSlopes(passes: Passes, elsewhere: Elsewhere, of: string, by: string): Scalar[] {
  const size = (tensor: Tensor<Scalar> | undefined) => tensor?.data.length ?? 0
  const count = size(passes.values.get(by))
  const rows = Array.from({ length: size(passes.values.get(of)) }, (_, place) =>
    elsewhere.slopes(passes, of, place, by),
  )
  return Array.from({ length: count }, (_, at) => {
    const row = rows.length === 1 ? rows[0] : rows[at]
    return row?.data[at] ?? elsewhere.field.zero
  })
}

/** What never changes once, and the rest for each position. */
function apart(positions: readonly FigureNumbers[]): { still: FigureNumbers; moving: FigureNumbers[] } {
  const [first = {}] = positions
  const same = (name: string) =>
    positions.every(numbers => numbers[name]?.join(' ') === first[name]?.join(' '))
  const only = (numbers: FigureNumbers, wanted: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(numbers).filter(([name]) => wanted(name)))
  return { still: only(first, same), moving: positions.map(numbers => only(numbers, name => !same(name))) }
}

export function isRelu({ exercise }: Key, name: string): boolean {
  const root = exercise.graph.get(name)?.expr.at(-1)
  return root?.kind === 'apply' && root.op.name === 'relu'
}

/** What the picture is drawn from: every node with its shape, and a step for everything that has a value or a gradient. */
export function networkOf(key: Key): PublicExercise {
  const { exercise } = key
  const view = publicView(key, 'figure', sentenceOf)
  const shapes = new Map([...key.values].map(([name, { shape }]) => [name, [...shape]]))
  const nodes = view.nodes.map(node => ({ ...node, shape: shapes.get(node.name) ?? node.shape }))
  const flow = nodes.flatMap(({ name, shape, role }): PublicExercise['flow'] => {
    const step = (kind: PublicStep['kind'], id: string): PublicExercise['flow'][number] => ({
      type: 'step',
      step: {
        id,
        kind,
        shape: shape ?? [],
        mathml: '',
        title: '',
        remark: null,
        node: name,
        points: 0,
        acceptance: null,
        names: null,
      },
    })
    const back = role !== 'given' && name !== exercise.loss && waysBack(exercise, name).length > 0
    return [
      ...(role === 'node' || role === 'loss' ? [step('value', name)] : []),
      ...(back ? [step('gradient', `dL/d${name}`)] : []),
    ]
  })
  return { version: view.version, title: view.title, nodes, upstream: null, flow }
}
