import { type Shape, sizeOf } from '@/lib/exact/tensor'
import type { ExerciseNode } from '@/lib/exercise'
import { type Applied, chainFormulas, type Expr, itemAt, nameExpr, simplified, touches } from '@/lib/network'
import { call, cutting, pieces, tuple, Unwritten, type Writing, windowArguments, written } from './write'

interface Sent {
  readonly name: string
  readonly text: string
  readonly lines: readonly string[]
}

interface Arrived {
  readonly text: string
  readonly lines: readonly string[]
}

/**
 * What an expression sends back to its names, op by op from the outermost one: the way of expressions with an op of which no formula
 * says it, such as an entry or a window.
 */
export function sentBack(
  { name: output, expr, shape }: Pick<ExerciseNode, 'name' | 'expr' | 'shape'>,
  arriving: Expr,
  writing: Writing,
): Sent[] {
  const own = pieces(expr, writing)
  const touched = touches(expr)
  const root = expr.length - 1
  const arrived = new Map<number, Arrived>([[root, { text: written(arriving, writing), lines: [] }]])
  const sent: Sent[] = []
  for (let place = root; place >= 0; place -= 1) {
    const here = arrived.get(place)
    const item = itemAt(expr, place)
    if (here === undefined || item.kind === 'number') continue
    if (item.kind === 'node') {
      sent.push({ name: item.name, ...here })
      continue
    }
    const inputs = item.inputs.map(used => ({
      text: own[used]?.text ?? '',
      shape: itemAt(expr, used).shape,
      touched: touched[used] === true,
    }))
    const outcome = place === root ? writing.name(output) : (own[place]?.text ?? '')
    for (const [into, used] of item.inputs.entries()) {
      if (!inputs[into]?.touched) continue
      const text = sentInto(
        item,
        into,
        { arriving: here.text, inputs, output: outcome, shape: place === root ? shape : item.shape },
        writing,
      )
      const before = arrived.get(used)
      arrived.set(used, {
        text: before === undefined ? text : `${before.text} + ${text}`,
        lines: [...(before?.lines ?? []), ...here.lines],
      })
    }
  }
  return sent.reverse()
}

interface Step {
  readonly arriving: string
  readonly inputs: readonly { readonly text: string; readonly shape: Shape }[]
  readonly output: string
  readonly shape: Shape
}

type Sender = (step: Step, into: number, settings: readonly number[], writing: Writing) => string

/** The ops of which no formula says what they send back. */
const senders: Readonly<Record<string, Sender>> = {
  sum: ({ arriving, inputs: [x] }, _into, [axis]) => `0 * ${x?.text} + ${alongAxis(arriving, axis)}`,
  mean: ({ arriving, inputs: [x] }, _into, [axis]) => {
    const { shape = [] } = x ?? {}
    const count = axis === undefined ? sizeOf(shape) : (shape[axis - 1] ?? 1)
    return `0 * ${x?.text} + ${alongAxis(arriving, axis)} / ${count}`
  },
  entry: ({ arriving, inputs: [x] }, _into, settings, writing) =>
    `${call(writing, 'put')}(${arriving}, ${tuple(x?.shape ?? [])}, ${tuple(settings.map(at => at - 1))})`,
  slice: ({ arriving, inputs: [x] }, _into, settings, writing) =>
    `${call(writing, 'put')}(${arriving}, ${tuple(x?.shape ?? [])}, np.s_[${cutting(settings)}])`,
  stack: ({ arriving }, into) => `${bracketed(arriving)}[${into}]`,
  concat: ({ arriving, inputs }, into, [axis = 1]) => {
    const lengths = inputs.map(({ shape }) => shape[axis - 1] ?? 0)
    const from = lengths.slice(0, into).reduce((sum, length) => sum + length, 0)
    return `${bracketed(arriving)}[${cutting([axis, from + 1, from + (lengths[into] ?? 0)])}]`
  },
  reshape: ({ arriving, inputs: [x] }) => `${bracketed(arriving)}.reshape(${x?.shape.join(', ')})`,
  embed: ({ arriving, inputs: [table, ids] }, into, _settings, writing) => {
    if (into !== 0) return `0 * ${ids?.text}`
    return `${call(writing, 'embed_back')}(${arriving}, ${tuple(table?.shape ?? [])}, ${ids?.text})`
  },
  conv1d: ({ arriving, inputs: [x, k] }, _into, _settings, writing) =>
    `${call(writing, 'conv1d_back')}(${arriving}, ${tuple(x?.shape ?? [])}, ${k?.text})`,
  conv2d: ({ arriving, inputs: [x, k] }, _into, _settings, writing) =>
    `${call(writing, 'conv2d_back')}(${arriving}, ${tuple(x?.shape ?? [])}, ${k?.text})`,
  maxpool: ({ arriving, inputs: [x] }, _into, settings, writing) =>
    `${call(writing, 'maxpool_back')}(${arriving}, ${x?.text}, ${windowArguments(settings)})`,
  avgpool: ({ arriving, inputs: [x] }, _into, settings, writing) =>
    `${call(writing, 'avgpool_back')}(${arriving}, ${tuple(x?.shape ?? [])}, ${windowArguments(settings)})`,
}

/** What one op sends into one of its inputs: its formula where it has one, over what stands in its places. */
function sentInto(item: Applied, into: number, step: Step, writing: Writing): string {
  const { op, settings } = item
  const names = step.inputs.map((_, nth) => `#${nth}`)
  const stands = new Map<string, string>([
    ...step.inputs.map(({ text }, nth): [string, string] => [`#${nth}`, bracketed(text)]),
    ['#out', bracketed(step.output)],
    ['#back', bracketed(step.arriving)],
  ])
  const place = item.place
  const leaves = step.inputs.map(({ shape }, nth) => ({
    kind: 'node' as const,
    name: names[nth] ?? '',
    shape,
    place,
  }))
  const alone: Expr = [...leaves, { ...item, inputs: leaves.map((_, nth) => nth) }]
  const uses = chainFormulas(alone, nameExpr('#out', step.shape), nameExpr('#back', step.shape), true)
  const formula = uses.find(use => use.place === into)?.formula ?? null
  if (formula !== null) {
    return bracketed(
      written(simplified(formula), { ...writing, name: id => stands.get(id) ?? writing.name(id) }),
    )
  }
  const sender = senders[op.name]
  if (sender === undefined) throw new Unwritten(op.name)
  return sender(step, into, settings, writing)
}

/** What arrives at each line, so that it broadcasts along the line. */
function alongAxis(arriving: string, axis = 1): string {
  return axis === 1 ? bracketed(arriving) : `${bracketed(arriving)}[${':, '.repeat(axis - 1)}None]`
}

/** In brackets, unless it is a name, a number or a call already. */
function bracketed(text: string): string {
  return /^[\w.]+$/.test(text) ? text : `(${text})`
}
