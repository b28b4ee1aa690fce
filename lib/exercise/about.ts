import { ancestryOf, consumersOf, namesIn, nodeOf } from '@/lib/network'
import type { StepAbout } from '@/lib/protocol/exercise'
import { descentAround, updateAround } from './about-moves'
import { type Around, isLoss, none, nothing } from './around'
import { type Exercise, paramsOf, plansOf, type StepPlan, type Target } from './exercise'
import type { Wire } from './wire'

/** The most lines that are listed: a step about more is about the network as a whole. */
const mostLines = 40

/**
 * What stands above a step's cells, so that nobody has to look elsewhere for numbers: the lines of the forward pass that
 * it is about, what the file gives in them, and the earlier steps whose answers are numbers in them. It follows
 * from the file's network and asks alone and names quantities without a value, so it holds no answer; all parts of a
 * line are named, needed or not, so it tells no rule ([G11]).
 */
export function aboutOf(exercise: Exercise, { id, target }: StepPlan): StepAbout {
  const { lines, given, found } = surroundingsOf(exercise).of(target)
  const names = [...exercise.everyNode.keys()]
  const listed = names.filter(name => lines.has(name)).slice(0, mostLines)
  const asRead = listed.flatMap(name => namesIn(nodeOf(exercise.everyNode, name).expr))
  const order = new Set([...asRead, ...names, ...names.map(gradientBy)])
  return {
    lines: listed,
    given: [...order].filter(name => given.has(name)),
    found: plansOf(exercise).flatMap(plan => (plan.id !== id && found(plan.target) ? [plan.id] : [])),
  }
}

const made = new WeakMap<Exercise, Surroundings>()

/** Made once for each exercise, whatever the number of its steps and variants. */
function surroundingsOf(exercise: Exercise): Surroundings {
  const known = made.get(exercise) ?? new Surroundings(exercise)
  made.set(exercise, known)
  return known
}

/**
 * Ops of which only sums and products are made. Nobody goes on with the value of such a line on the way back, so it does not
 * take the room; every other line has its value there, needed or not.
 */
const plain: ReadonlySet<string> = new Set([
  ...['add', 'subtract', 'negate', 'sum', 'mean', 'multiply', 'matmul', 'conv1d', 'dropout'],
  ...['conv2d', 'avgpool', 'outer', 'zeros', 'ones', 'eye', 'causal_mask'],
  ...['transpose', 'reshape', 'concat', 'stack', 'slice', 'block', 'entry', 'embed'],
])

const gradientBy = (node: string) => `dL/d${node}`

class Surroundings {
  private readonly users: ReadonlyMap<string, readonly string[]>
  /** Nodes on the way to the loss, or to where the given gradient arrives. */
  private readonly onTheWay: ReadonlySet<string>
  private readonly asked = { value: new Set<string>(), gradient: new Set<string>() }

  constructor(readonly exercise: Exercise) {
    const { graph, loss, upstream } = exercise
    const seed = loss ?? upstream?.node
    this.users = consumersOf(graph)
    this.onTheWay = seed === undefined ? none : ancestryOf(graph, seed)
    for (const { target } of plansOf(exercise)) {
      if (target.kind !== 'value' && target.kind !== 'gradient') continue
      if (target.index === null) this.asked[target.kind].add(target.node)
    }
  }

  of(target: Target): Around {
    switch (target.kind) {
      case 'value':
        return this.around([target.node])
      case 'wire':
        return this.backOn(target.wire)
      case 'partial':
      case 'jacobian':
        return this.around([target.of])
      case 'count':
        return this.counted(target.node)
      case 'gradient':
        return this.backTo(target.node)
      case 'shape':
      case 'formula': {
        const { of, node } = target
        const lines = of === 'value' ? [node] : this.usersOf(node)
        return { ...nothing, lines: new Set(lines.filter(name => this.inner(name))) }
      }
      case 'nudge':
        return target.quantity === 'predicted' ? this.slopes() : this.wholeWay(true, isLoss(this.exercise))
      case 'descend':
        return descentAround(target, this)
      case 'update':
        return updateAround(target)
    }
  }

  /** The line that a node's shape comes from, or the node; of all parameters those that no picture shows with numbers. */
  private counted(node: string | null): Around {
    const { everyNode, graph } = this.exercise
    if (node !== null && this.inner(node)) return { ...nothing, lines: new Set([node]) }
    const sized = paramsOf(everyNode).filter(({ name }) => !graph.has(name))
    return { ...nothing, given: new Set(node === null ? sized.map(({ name }) => name) : [node]) }
  }

  /** The operation that a wire goes into, and what arrives there. */
  private backOn({ into }: Wire): Around {
    const { found, ...around } = this.around([into], name => !this.isPlain(name))
    return {
      ...around,
      found: target => found(target) || (target.kind === 'gradient' && target.node === into),
    }
  }

  /** The lines from a node on to where a gradient is asked or given, and that gradient. */
  private backTo(node: string): Around {
    const { loss, upstream } = this.exercise
    const lines = new Set<string>()
    const arriving = new Set<string>()
    const walk = (from: string): void => {
      if (from === loss || from === upstream?.node) return
      for (const name of this.usersOf(from)) {
        if (lines.has(name)) continue
        lines.add(name)
        if (this.asked.gradient.has(name)) arriving.add(name)
        else walk(name)
      }
    }
    walk(node)
    const { given, found, ...around } = this.around([...lines], name => !this.isPlain(name))
    const stated = upstream !== null && lines.has(upstream.node) ? [gradientBy(upstream.node)] : []
    return {
      ...around,
      given: new Set([...given, ...stated]),
      found: target =>
        found(target) ||
        (target.kind === 'gradient' && arriving.has(target.node)) ||
        (target.kind === 'wire' && target.wire.node === node),
    }
  }

  /**
   * Lines with those of their parts that no step asks, and the steps that ask the others. `result`: whether what comes out of a
   * line stands there too.
   */
  private around(nodes: readonly string[], result = (_node: string) => true): Around {
    const lines = new Set<string>()
    const values = new Set<string>(nodes.filter(result))
    const add = (name: string): void => {
      if (lines.has(name) || !this.inner(name)) return
      lines.add(name)
      for (const used of namesIn(nodeOf(this.exercise.graph, name).expr)) {
        values.add(used)
        if (!this.asked.value.has(used)) add(used)
      }
    }
    nodes.forEach(add)
    return {
      lines,
      given: new Set([...values].filter(name => !this.inner(name))),
      found: target => target.kind === 'value' && values.has(target.node),
    }
  }

  /** The forward pass from its first line to the loss. */
  wholeWay(params: boolean, found: Around['found']): Around {
    const leaves = [...this.onTheWay].filter(name => !this.inner(name))
    return {
      lines: new Set([...this.onTheWay].filter(name => this.inner(name))),
      given: new Set(params ? leaves : leaves.filter(name => !this.isParam(name))),
      found,
    }
  }

  /** The gradients of all parameters. */
  slopes(): Around {
    return { ...nothing, found: target => target.kind === 'gradient' && this.isParam(target.node) }
  }

  private usersOf(node: string): readonly string[] {
    return (this.users.get(node) ?? []).filter(name => this.onTheWay.has(name))
  }

  private inner(name: string): boolean {
    const { role } = nodeOf(this.exercise.everyNode, name)
    return role === 'node' || role === 'loss'
  }

  private isPlain(name: string): boolean {
    return nodeOf(this.exercise.graph, name).expr.every(
      item => item.kind !== 'apply' || plain.has(item.op.name),
    )
  }

  isParam(name: string): boolean {
    return paramsOf(this.exercise.graph).some(param => param.name === name)
  }
}
