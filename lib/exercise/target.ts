import type { Shape } from '@/lib/exact/tensor'
import { unexpected } from '@/lib/language/fault'
import { refuseShape } from '@/lib/language/limits'
import type { TargetPart, TargetPhrase } from '@/lib/language/syntax/target'
import { namesIn } from '@/lib/network'
import { entryRule } from '@/lib/network/ops/entry'
import type { StepKind } from '@/lib/protocol/exercise'
import { type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { wiresOf } from './circuit'
import { hasSizeOnly } from './count'
import type { Index, StepPlan, Target } from './exercise'
import { isLine, jacobianShape } from './jacobian'
import type { Network } from './network'
import { gradientId, sourceName, type Wire, wireId } from './wire'

/** `error: null` where the target rests on a node whose own error is told elsewhere. */
export type TargetRead =
  | { readonly ok: true; readonly step: StepPlan }
  | {
      readonly ok: false
      readonly error: { readonly message: Message; readonly at: TargetPart | TargetPhrase } | null
    }

type Refusal = Extract<TargetRead, { ok: false }>

export function refuse(message: Message, at: TargetPart | TargetPhrase): Refusal {
  return { ok: false, error: { message, at } }
}

function misnamed(part: TargetPart, expected: Message): Refusal {
  return refuse(unexpected(message('found.token', { token: part.name }), expected), part)
}

interface Found {
  readonly node: string
  readonly shape: Shape
  readonly index: Index
}

/** Looks a target up in the network: what it asks for, in which shape, and its id. */
export function readTarget(phrase: TargetPhrase, network: Network): TargetRead {
  const { asks, top, bottom } = phrase
  if (asks === 'circuit') return refuse(message('circuits.several-steps'), phrase)
  if (bottom === null) {
    if (asks === 'count') return readCount(phrase, network)
    const name = top.name === 'L' ? (network.loss ?? 'L') : top.name
    const found = find(top, name, network, asks === 'shape' ? network.everyNode : network.graph)
    if ('ok' in found) return found
    if (asks === 'shape') return plan(phrase, { kind: 'shape', of: 'value', node: found.node }, [])
    if (asks === 'formula') return readValueFormula(phrase, found.node, network)
    return plan(phrase, { kind: 'value', node: found.node, index: found.index }, found.shape)
  }
  if (asks === 'count') return refuse(message('counts.of-gradient'), phrase)
  const [over, under] = [differential(top), differential(bottom)]
  if (over === null) return misnamed(top, message('expected.loss-over'))
  if (under === null) return misnamed(bottom, message('expected.node-below'))
  const below = under === 'L' ? (network.loss ?? 'L') : under
  const by = find(bottom, below, network, asks === 'shape' ? network.everyNode : network.graph)
  if ('ok' in by) return by
  const ofLoss = over === 'L' || over === network.loss
  if (phrase.wire !== null && (!ofLoss || top.index !== null || asks !== 'quantity'))
    return noWire(phrase, by, [])
  if (ofLoss && top.index === null) {
    if (asks === 'shape') return plan(phrase, { kind: 'shape', of: 'gradient', node: by.node }, [])
    if (network.loss !== null && hasSizeOnly(network, network.loss)) {
      return refuse(message('counts.sizes-only', { name: math(network.loss) }), top)
    }
    if (!network.seeded) return refuse(message('targets.no-gradients'), phrase)
    if (phrase.wire !== null) return readWire(phrase, by, network)
    if (asks === 'formula') {
      const start = network.loss ?? network.upstream?.node
      if (by.node !== start) return plan(phrase, { kind: 'formula', of: 'gradient', node: by.node }, [])
      return refuse(message('targets.start-of-backward', { gradient: math(`dL/d${by.node}`) }), phrase)
    }
    return plan(phrase, { kind: 'gradient', node: by.node, index: by.index }, by.shape)
  }
  if (asks === 'formula') return refuse(message('targets.formula-of-partial'), phrase)
  if (asks === 'shape') return refuse(message('targets.shape-of-partial'), phrase)
  return readPartial(phrase, find(top, over === 'L' ? (network.loss ?? 'L') : over, network), by, network)
}

function readWire(phrase: TargetPhrase, by: Found, network: Network): TargetRead {
  const wires = wiresOf(network).filter(wire => wire.nth !== null && sourceName(wire) === sourceName(by))
  const wire = wires.find(({ nth }) => nth === phrase.wire)
  return wire === undefined ? noWire(phrase, by, wires) : plan(phrase, { kind: 'wire', wire }, [])
}

function noWire(phrase: TargetPhrase, by: Found, wires: readonly Wire[]): Refusal {
  const typed = `${gradientId(by)}.${phrase.wire}`
  return refuse(message('circuits.no-wire', { typed, wires: wires.map(wireId) }), phrase)
}

function readValueFormula(phrase: TargetPhrase, name: string, { graph }: Network): TargetRead {
  const role = graph.get(name)?.role
  if (role !== 'given' && role !== 'param')
    return plan(phrase, { kind: 'formula', of: 'value', node: name }, [])
  return refuse(message('targets.formula-of-stated', { name: math(name), role }), phrase.top)
}

function readPartial(phrase: TargetPhrase, of: Found | Refusal, by: Found, network: Network): TargetRead {
  if ('ok' in of) return of
  const parts: [Found, TargetPart][] = [[of, phrase.top]]
  if (phrase.bottom !== null) parts.push([by, phrase.bottom])
  for (const [found, part] of parts) {
    if (isLine(found.shape)) continue
    const example = math(`d${found.node}[${found.shape.map(() => 1).join(',')}]`)
    const said = { name: math(found.node), shape: found.shape, example }
    return refuse(message('jacobians.larger-rank', said), part)
  }
  const node = network.graph.get(of.node)
  if (node === undefined || node.role === 'given' || node.role === 'param') {
    return refuse(message('targets.partial-of-stated', { name: math(of.node) }), phrase.top)
  }
  const names = namesIn(node.expr)
  if (!names.includes(by.node)) {
    const said = { of: math(of.node), by: math(by.node), uses: names.map(math) }
    return refuse(message('targets.partial-by-other', said), phrase)
  }
  const asked = { of: of.node, ofIndex: of.index, by: by.node, byIndex: by.index }
  if (of.shape.length === 0 && by.shape.length === 0) return plan(phrase, { kind: 'partial', ...asked }, [])
  const shape = jacobianShape(of, by)
  const tooLarge = refuseShape(shape)
  return tooLarge === null ? plan(phrase, { kind: 'jacobian', ...asked }, shape) : refuse(tooLarge, phrase)
}

/** A node has its own name before it can be all parameters. */
function readCount(phrase: TargetPhrase, network: Network): TargetRead {
  const { top } = phrase
  const ofParams = top.name === 'params' && !network.everyNode.has('params')
  if (!ofParams || top.index !== null) {
    const found = find(top, top.name === 'L' ? (network.loss ?? 'L') : top.name, network, network.everyNode)
    return 'ok' in found ? found : plan(phrase, { kind: 'count', node: found.node }, [])
  }
  if (network.hasParams) return plan(phrase, { kind: 'count', node: null }, [])
  return refuse(message('counts.without-param'), top)
}

function differential({ name }: TargetPart): string | null {
  return name.startsWith('d') && name.length > 1 ? name.slice(1) : null
}

/** The node, and the shape that is left when its index, if it has one, is taken. */
function find(
  part: TargetPart,
  name: string,
  network: Network,
  nodes: Network['graph'] = network.graph,
): Found | Refusal {
  const node = nodes.get(name)
  if (node === undefined) {
    const told = network.explain(name)
    return told === null ? { ok: false, error: null } : refuse(told, part)
  }
  if (part.index === null) return { node: name, shape: node.shape, index: null }
  const rule = entryRule(node.shape, part.index)
  if (rule.ok) return { node: name, shape: [], index: part.index }
  const said = { name: math(name), shape: node.shape, reason: rule.reason }
  return refuse(message('misfit.index', said), part)
}

export function plan(phrase: TargetPhrase, target: Target, shape: Shape): TargetRead {
  const kind = target.kind === 'count' ? 'count' : kindOf(target)
  if (kind === 'shape' || kind === 'formula' || kind === 'count') {
    const said = phrase.acceptance?.kind
    const isRounded = said === 'rounded' || said === 'figures'
    if (isRounded) return refuse(message('targets.not-rounded', { kind }), phrase)
    if (said !== undefined) return refuse(message('targets.always-exact', { kind }), phrase)
    const indexed = [phrase.top, phrase.bottom].find(part => part !== null && part.index !== null)
    if (indexed) return refuse(message('targets.not-of-entry', { kind }), indexed)
  }
  const { acceptance, points, hints, place } = phrase
  const step = {
    id: idOf(target),
    kind: kindOf(target),
    shape,
    acceptance,
    accept: null,
    points,
    hints,
    target,
    place,
  }
  return { ok: true, step }
}

function kindOf(target: Target): StepKind {
  switch (target.kind) {
    case 'nudge':
    case 'descend':
    case 'update':
    case 'count':
      return 'number'
    case 'wire':
      return 'gradient'
    case 'jacobian':
      return 'partial'
    default:
      return target.kind
  }
}

function at(index: Index): string {
  return index === null ? '' : `[${index.join(',')}]`
}

/** The target as normalised text (docs/command-line.md 1). Ids of `nudge`, `descend` and `update` need their number: see change.ts. */
function idOf(target: Target): string {
  switch (target.kind) {
    case 'value':
      return `${target.node}${at(target.index)}`
    case 'wire':
      return wireId(target.wire)
    case 'gradient':
      return gradientId(target)
    case 'partial':
    case 'jacobian':
      return `d${target.of}${at(target.ofIndex)}/d${target.by}${at(target.byIndex)}`
    case 'shape':
    case 'formula':
      return `${target.kind} ${target.of === 'gradient' ? 'dL/d' : ''}${target.node}`
    case 'count':
      return `count ${target.node ?? 'params'}`
    case 'nudge':
    case 'descend':
    case 'update':
      return target.kind
  }
}
