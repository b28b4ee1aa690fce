import fc from 'fast-check'
import { type Rational, rational } from '@/lib/exact/rational'
import { type Shape, sameShape, showShape, sizeOf, type Tensor } from '@/lib/exact/tensor'
import { type ExprItem, type Graph, type GraphNode, graphOf, type Op, type Settings } from '@/lib/network'
import { add, entry, mean, ops, sum } from '@/lib/network/ops'
import { rationalField } from '../exact/plain'

export interface RandomNetwork {
  readonly graph: Graph
  readonly leaves: ReadonlyMap<string, Tensor<Rational>>
  /** Leaves whose entries are chosen from a few, because an op takes no others: the index of a row, a mask. */
  readonly chosen: ReadonlySet<string>
  readonly [fc.toStringMethod]?: () => string
}

/** Whether an op stays within the rationals: tried out on its own samples, so that a new op is sorted without being named. */
function isRational(op: Op): boolean {
  try {
    for (const { shapes, settings = [], entries = [] } of op.samples.fit) {
      const inputs = shapes.map((shape, nth) => rising(shape, entries[nth] ?? null))
      op.forward(rationalField, inputs, settings)
    }
    return true
  } catch {
    return false
  }
}

/** Positive entries that differ, so that no domain is left and nothing is divided by a spread of 0. */
function rising(shape: Shape, entries: readonly Rational[] | null): Tensor<Rational> {
  const data = Array.from({ length: sizeOf(shape) }, (_, at) => entries?.[0] ?? rational(at + 2, 3))
  return { shape, data }
}

export const rationalOps: readonly Op[] = ops.filter(isRational)
export const otherOps: readonly Op[] = ops.filter(op => !rationalOps.includes(op))

/** Numbers of the size that keeps exact fractions short. */
const mostEntries = 12
const place = { line: 1, column: 1 }

/** Decisions, one after the other, from a list of numbers that fast-check makes and makes smaller. */
class Choices {
  private at = 0

  constructor(private readonly numbers: readonly number[]) {}

  below(count: number): number {
    const number = this.numbers[this.at % this.numbers.length]!
    this.at += 1
    return number % count
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!
  }
}

interface Available {
  readonly shape: Shape
  readonly item: number
}

/** A network grown op by op; each takes what is there where it fits, and new leaves of its samples' shapes where not. */
class Grower {
  private readonly nodes: GraphNode[] = []
  private readonly leaves = new Map<string, Tensor<Rational>>()
  private readonly chosen = new Set<string>()
  private expr: ExprItem[] = []

  constructor(
    private readonly choices: Choices,
    private readonly among: readonly Op[],
  ) {}

  grow(first: readonly Op[]): RandomNetwork {
    const { choices } = this
    for (const op of first) this.apply(op)
    const count = 2 + choices.below(4)
    for (let nth = 0; nth < count; nth += 1) {
      this.apply(choices.of(this.among))
      if (choices.below(2) === 0) this.close()
    }
    this.close()
    this.end()
    const network = { graph: graphOf(this.nodes), leaves: this.leaves, chosen: this.chosen }
    return { ...network, [fc.toStringMethod]: () => showNetwork(network) }
  }

  /** Makes a node of the expression under way. */
  private close(): void {
    const root = this.expr.at(-1)
    if (root?.kind !== 'apply') return
    this.nodes.push({ name: `n${this.nodes.length}`, shape: root.shape, expr: this.expr })
    this.expr = []
  }

  /** The loss: a node cut down to a number, or two of them, so that paths part and meet. */
  private end(): void {
    const { choices } = this
    const made = this.nodes.filter(({ expr }) => expr.length > 0)
    const ends = choices.below(2) === 0 ? made.slice(-1) : made.slice(-2)
    const numbers = ends.map(node => {
      const used = this.use(node)
      const { shape } = node
      if (shape.length === 0) return used
      const settings = shape.map(length => 1 + choices.below(length))
      const kind = choices.below(4)
      return kind === 0
        ? this.put(entry, [used], settings, [])
        : this.put(kind === 1 ? mean : sum, [used], [], [])
    })
    numbers.reduce((a, b) => this.put(add, [a, b], [], []))
    this.nodes.push({ name: 'loss', shape: [], expr: this.expr })
  }

  private apply(op: Op): void {
    const { choices } = this
    const sample = choices.of(op.samples.fit)
    const settings = sample.settings ?? []
    const free = sample.entries?.every(entries => entries === null) ?? true
    if (free && choices.below(2) === 0 && this.applyToAny(op, sample.shapes.length, settings)) return
    const inputs = sample.shapes.map((shape, nth) => {
      const entries = sample.entries?.[nth] ?? null
      const there = this.available().filter(one => sameShape(one.shape, shape))
      if (entries === null && there.length > 0 && choices.below(4) > 0) return choices.of(there).item
      return this.leaf(shape, entries)
    })
    const rule = op.shape(sample.shapes, settings)
    if (!rule.ok) throw new Error(`${op.name}: ${rule.reason.id}`)
    this.put(op, inputs, settings, rule.shape)
  }

  /** Applies the op to what is there, in any shape that it takes; false where it takes none of the few tried. */
  private applyToAny(op: Op, count: number, settings: Settings): boolean {
    const available = this.available()
    if (available.length === 0) return false
    for (let tried = 0; tried < 4; tried += 1) {
      const operands = Array.from({ length: count }, () => this.choices.of(available))
      const rule = op.shape(
        operands.map(({ shape }) => shape),
        settings,
      )
      if (!rule.ok || sizeOf(rule.shape) > mostEntries) continue
      this.put(
        op,
        operands.map(({ item }) => item),
        settings,
        rule.shape,
      )
      return true
    }
    return false
  }

  /** Every item of the expression and every node, the nodes as new items where they are taken. */
  private available(): Available[] {
    const items = this.expr.map(({ shape }, item) => ({ shape, item }))
    const taken = new Set(this.expr.flatMap(item => (item.kind === 'node' ? [item.name] : [])))
    const rest = this.nodes.filter(({ name }) => !taken.has(name) && !this.chosen.has(name))
    const grown = rest.map(node => ({ shape: node.shape, item: this.use(node) }))
    return [...items, ...grown].filter(({ item }) => {
      const there = this.expr[item]!
      return there.kind !== 'node' || !this.chosen.has(there.name)
    })
  }

  private use({ name, shape }: GraphNode): number {
    this.expr.push({ kind: 'node', name, shape, place })
    return this.expr.length - 1
  }

  private put(op: Op, inputs: readonly number[], settings: Settings, shape: Shape): number {
    this.expr.push({ kind: 'apply', op, inputs, settings, shape, place })
    return this.expr.length - 1
  }

  private leaf(shape: Shape, entries: readonly Rational[] | null): number {
    const { choices } = this
    const name = `p${this.leaves.size}`
    // Small numbers with plenty of zeros, signs and ties, so that kinks and masks are met.
    const one = (): Rational =>
      entries === null ? rational(choices.below(9) - 4, choices.of([1, 1, 2, 3])) : choices.of(entries)
    this.leaves.set(name, { shape, data: Array.from({ length: sizeOf(shape) }, one) })
    if (entries !== null) this.chosen.add(name)
    const node: GraphNode = { name, shape, expr: [] }
    this.nodes.push(node)
    return this.use(node)
  }
}

const numbers = fc.array(fc.nat(99_999), { minLength: 96, maxLength: 96 })

/** Small networks of the ops of the registry that stay within the rationals. */
export const randomNetwork: fc.Arbitrary<RandomNetwork> = numbers.map(all =>
  new Grower(new Choices(all), rationalOps).grow([]),
)

/** The same with one op that leads beyond the rationals, somewhere in it or at its beginning. */
export const randomNetworkBeyond: fc.Arbitrary<RandomNetwork> = numbers.map(all => {
  const choices = new Choices(all)
  return new Grower(choices, rationalOps).grow([choices.of(otherOps)])
})

/** Networks of all ops, several of them beyond the rationals one upon another. */
export const deepNetwork: fc.Arbitrary<RandomNetwork> = numbers.map(all => {
  const choices = new Choices(all)
  const first = Array.from({ length: 1 + choices.below(3) }, () => choices.of(otherOps))
  return new Grower(choices, [...otherOps, ...rationalOps]).grow(first)
})

/** A network as it would be written down, for the message of a test that fails. */
export function showNetwork({ graph, leaves }: RandomNetwork): string {
  return [...graph.values()]
    .map(({ name, shape, expr }) => {
      const leaf = leaves.get(name)
      if (leaf) return `${name}: ${showShape(shape)} = ${leaf.data.map(({ n, d }) => `${n}/${d}`).join(' ')}`
      const items = expr.map((item, at) => {
        if (item.kind === 'node') return `${at}: ${item.name}`
        if (item.kind === 'number') return `${at}: ${item.text}`
        return `${at}: ${item.op.name}(${[...item.inputs.map(i => `#${i}`), ...item.settings].join(', ')})`
      })
      return `${name}: ${showShape(shape)} = ${items.join('; ')}`
    })
    .join('\n')
}
