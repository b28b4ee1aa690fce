import type { Scalar } from '@/lib/exact/atoms'
import type { Tensor } from '@/lib/exact/tensor'
import { type ExerciseNode, type Key, plansOf, type StepPlan, type Target } from '@/lib/exercise'
import { ancestryOf, type Expr, namesIn } from '@/lib/network'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { autogradLines } from './autograd'
import { backwardLines, gradientOf, nodesBack, startOf } from './backward'
import { checkFunction, checkLine, mathImport } from './checks'
import { helperLines } from './functions'
import { type Library, spellings } from './library'
import { descentLines, lossFunctions, type Moving, nudgeLines } from './moves'
import { Names } from './names'
import { lists } from './numbers'
import { sizeLines } from './sizes'
import { slopeLines } from './slopes'
import { type Writing, written } from './write'

export interface NotebookOptions {
  readonly library: Library
  /** The seed of the numbers; null where they are the exercise's own. */
  readonly seed: number | null
  /** Makes the sentences between the cells. */
  readonly say: (message: Message) => string
}

export interface Cell {
  readonly kind: 'markdown' | 'code'
  readonly text: string
}

/** Symbols are tried with numbers that are not alike. */
const primes = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
]

/** The cells of one notebook, in their order. */
export class CellsOf {
  private readonly names: Names
  private readonly writing: Writing
  private readonly plans: readonly StepPlan[]

  constructor(
    private readonly key: Key,
    private readonly options: NotebookOptions,
  ) {
    this.names = new Names(key.exercise.loss ?? 'L')
    this.writing = { library: options.library, name: this.names.of, helpers: new Set() }
    this.plans = plansOf(key.exercise)
  }

  all(): Cell[] {
    const { exercise } = this.key
    const big = exercise.everyNode.size > exercise.graph.size
    const body = big
      ? this.sizes()
      : [...this.numbers(), ...this.forward(), ...this.backward(), ...this.others()]
    const code = body.flatMap(({ kind, text }) => (kind === 'code' ? [text] : []))
    return [{ kind: 'markdown', text: this.opening() }, { kind: 'code', text: this.preamble(code) }, ...body]
  }

  private opening(): string {
    const { say, seed, library } = this.options
    const [first] = this.key.exercise.flow
    const note = first?.type === 'note' ? [first.markdown.trim()] : []
    const numbers = seed === null ? message('notebook.own') : message('notebook.drawn', { seed })
    const about = message('notebook.about', { library: spellings[library].name })
    return [`# ${this.key.exercise.title}`, ...note, `${say(about)} ${say(numbers)}`].join('\n\n')
  }

  private preamble(code: readonly string[]): string {
    const { library } = this.options
    const { imports, array } = spellings[library]
    const parts = [array, ...helperLines(this.writing.helpers, library), checkFunction(library).join('\n')]
    return [[...mathImport(code), ...imports].join('\n'), ...parts].join('\n\n')
  }

  private part(heading: Message, lines: readonly string[]): Cell[] {
    if (lines.length === 0) return []
    return [
      { kind: 'markdown', text: `## ${this.options.say(heading)}` },
      { kind: 'code', text: lines.join('\n').trim() },
    ]
  }

  private get nodes(): ExerciseNode[] {
    return [...this.key.exercise.graph.values()]
  }

  private sizes(): Cell[] {
    return this.part(message('notebook.sizes'), sizeLines(this.key, this.plans, this.writing))
  }

  private numbers(): Cell[] {
    let symbols = 0
    const lines = this.nodes.filter(isLeaf).flatMap(({ name, symbols: own }) => {
      const value = this.key.values.get(name)
      if (value === undefined) return []
      const letters = (own ?? []).map(
        symbol => `${this.names.of(symbol)} = ${primes[symbols++ % primes.length]}`,
      )
      const one = value.shape.length === 0 && own !== null
      return [
        ...letters,
        `${this.names.of(name)} = array(${one ? this.names.of(own?.[0] ?? '') : lists(value, this.names.of)})`,
      ]
    })
    const { upstream } = this.key
    const given = this.key.exercise.upstream
    if (upstream !== null && given !== null) {
      const [from] = namesIn(given.value)
      const value = from === undefined ? `array(${lists(upstream, this.names.of)})` : this.names.of(from)
      lines.push(`${this.names.of(gradientOf(given.node))} = ${value}`)
    }
    return this.part(message('notebook.numbers'), lines)
  }

  private forwardLines(only?: ReadonlySet<string>): string[] {
    return this.nodes
      .filter(node => !isLeaf(node) && (only?.has(node.name) ?? true))
      .map(({ name, expr }) => `${this.names.of(name)} = ${this.right(expr)}`)
  }

  /** What is another name for an array is an array of its own in PyTorch, which otherwise would not tell their gradients apart. */
  private right(expr: Expr): string {
    const text = written(expr, this.writing)
    return this.options.library === 'torch' && expr.length === 1 && namesIn(expr).length === 1
      ? `${text}.clone()`
      : text
  }

  private forward(): Cell[] {
    const { values } = this.key
    const computed = this.nodes.filter(node => !isLeaf(node))
    return this.part(message('notebook.forward'), [
      ...this.forwardLines(),
      '',
      ...computed.flatMap(({ name }) => this.check(name, this.names.of(name), values.get(name))),
    ])
  }

  private check(called: string, mine: string, exact: Tensor<Scalar> | undefined): string[] {
    return exact === undefined ? [] : [checkLine(called, mine, exact, this.names)]
  }

  /** The nodes whose gradient the notebook is after: those that are asked for and all parameters; where there are none, all leaves. */
  private get wanted(): ReadonlySet<string> {
    const asked = this.plans.flatMap(({ target }) => (target.kind === 'gradient' ? [target.node] : []))
    const params = this.nodes.filter(({ role }) => role === 'param').map(({ name }) => name)
    const wanted = new Set([...asked, ...params])
    return wanted.size > 0 ? wanted : new Set(this.nodes.filter(isLeaf).map(({ name }) => name))
  }

  private get back() {
    const { exercise } = this.key
    const start = startOf(exercise)
    return start === null ? null : { start, nodes: nodesBack(exercise, start.node, this.wanted) }
  }

  private backward(): Cell[] {
    const { back, key, names, writing } = this
    if (back === null || back.nodes.length === 0) return []
    const { start, nodes } = back
    const ones = key.exercise.loss !== null && start.gradient.at(-1)?.kind === 'node'
    const first = ones ? [`${names.of(gradientOf(start.node))} = 0 * ${names.of(start.node)} + 1`] : []
    const lines = backwardLines(key.exercise, start, nodes, writing)
    const checks = nodes.flatMap(({ name }) =>
      this.check(names.of(gradientOf(name)), names.of(gradientOf(name)), key.gradients.get(name)),
    )
    const network = {
      leaves: nodes.filter(isLeaf),
      nodes,
      start: start.node,
      forward: this.forwardLines.bind(this),
    }
    return [
      ...this.part(message('notebook.backward'), [...first, ...lines, '', ...checks]),
      ...this.part(message('notebook.autograd'), autogradLines(key.exercise, network, writing)),
    ]
  }

  private others(): Cell[] {
    const slopes = targetsOf(this.plans, 'partial', 'jacobian')
    return [
      ...this.part(message('notebook.slopes'), slopeLines(this.key, slopes, this.names, this.writing)),
      ...this.moves(),
    ]
  }

  private moves(): Cell[] {
    const { back, key } = this
    const { graph, loss } = key.exercise
    const nudges = targetsOf(this.plans, 'nudge')
    const descents = targetsOf(this.plans, 'descend')
    if (loss === null || back === null || nudges.length + descents.length === 0) return []
    const params = this.nodes.filter(({ role }) => role === 'param')
    const moving: Moving = { key, names: this.names, writing: this.writing, params, loss }
    const changed = new Set(
      this.nodes
        .filter(({ name }) => params.some(param => ancestryOf(graph, name).has(param.name)))
        .map(({ name }) => name),
    )
    const goesOn = descents.some(({ target }) => target.descend.rounds > 1)
    const backward = goesOn ? backwardLines(key.exercise, back.start, back.nodes, this.writing) : null
    return [
      ...this.part(
        message('notebook.elsewhere'),
        lossFunctions(moving, { forward: this.forwardLines(changed), backward }),
      ),
      ...grouped(nudges).flatMap(each => this.part(message('notebook.nudge'), nudgeLines(moving, each))),
      ...grouped(descents).flatMap(each =>
        this.part(message('notebook.descent'), descentLines(moving, each)),
      ),
    ]
  }
}

export function isLeaf({ role }: ExerciseNode): boolean {
  return role === 'given' || role === 'param'
}

type Planned<Kind extends Target['kind']> = Pick<StepPlan, 'id'> & {
  readonly target: Extract<Target, { kind: Kind }>
}

function targetsOf<Kind extends Target['kind']>(
  plans: readonly StepPlan[],
  ...kinds: readonly Kind[]
): Planned<Kind>[] {
  return plans.flatMap(({ id, target }) =>
    (kinds as readonly string[]).includes(target.kind)
      ? [{ id, target: target as Planned<Kind>['target'] }]
      : [],
  )
}

/** The steps of each statement together. */
function grouped<T extends { readonly target: { readonly nth: number } }>(plans: readonly T[]): T[][] {
  const nths = [...new Set(plans.map(({ target }) => target.nth))]
  return nths.map(nth => plans.filter(({ target }) => target.nth === nth))
}
