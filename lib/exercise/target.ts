import type { Shape } from '@/lib/exact/tensor'
import { unexpected } from '@/lib/language/fault'
import type { TargetPart, TargetPhrase } from '@/lib/language/syntax/target'
import { namesIn } from '@/lib/network'
import { entryRule } from '@/lib/network/ops/entry'
import type { StepKind } from '@/lib/protocol/exercise'
import { type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Index, StepPlan, Target } from './exercise'
import type { Network } from './network'

/** `error: null` where the target rests on a node whose own error is told elsewhere. */
export type TargetRead =
  | { readonly ok: true; readonly step: StepPlan }
  | {
      readonly ok: false
      readonly error: { readonly message: Message; readonly at: TargetPart | TargetPhrase } | null
    }

type Refusal = Extract<TargetRead, { ok: false }>

function refuse(message: Message, at: TargetPart | TargetPhrase): Refusal {
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
  if (bottom === null) {
    const found = find(top, top.name === 'L' ? (network.loss ?? 'L') : top.name, network)
    if ('ok' in found) return found
    if (asks === 'shape') return plan(phrase, { kind: 'shape', of: 'value', node: found.node }, [])
    if (asks === 'formula') return readValueFormula(phrase, found.node, network)
    return plan(phrase, { kind: 'value', node: found.node, index: found.index }, found.shape)
  }
  const [over, under] = [differential(top), differential(bottom)]
  if (over === null) return misnamed(top, message('expected.loss-over'))
  if (under === null) return misnamed(bottom, message('expected.node-below'))
  const by = find(bottom, under === 'L' ? (network.loss ?? 'L') : under, network)
  if ('ok' in by) return by
  const ofLoss = over === 'L' || over === network.loss
  if (ofLoss && top.index === null) {
    if (asks === 'shape') return plan(phrase, { kind: 'shape', of: 'gradient', node: by.node }, [])
    if (!network.seeded) return refuse(message('targets.no-gradients'), phrase)
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
    if (found.shape.length === 0) continue
    const example = math(`d${found.node}[${found.shape.map(() => 1).join(',')}]`)
    const said = { name: math(found.node), shape: found.shape, example }
    return refuse(message('misfit.whole-partial', said), part)
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
  return plan(phrase, { kind: 'partial', of: of.node, ofIndex: of.index, by: by.node, byIndex: by.index }, [])
}

function differential({ name }: TargetPart): string | null {
  return name.startsWith('d') && name.length > 1 ? name.slice(1) : null
}

/** The node, and the shape that is left when its index, if it has one, is taken. */
function find(part: TargetPart, name: string, network: Network): Found | Refusal {
  const node = network.graph.get(name)
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

function plan(phrase: TargetPhrase, target: Target, shape: Shape): TargetRead {
  const kind = kindOf(target)
  if (kind === 'shape' || kind === 'formula') {
    const said = phrase.acceptance?.kind
    const isRounded = said === 'rounded' || said === 'figures'
    if (isRounded) return refuse(message('targets.not-rounded', { kind }), phrase)
    if (said !== undefined) return refuse(message('targets.always-exact', { kind }), phrase)
    const indexed = [phrase.top, phrase.bottom].find(part => part !== null && part.index !== null)
    if (indexed) return refuse(message('targets.not-of-entry', { kind }), indexed)
  }
  const { acceptance, points, hints, place } = phrase
  const step = { id: idOf(target), kind, shape, acceptance, accept: null, points, hints, target, place }
  return { ok: true, step }
}

function kindOf(target: Target): StepKind {
  return target.kind === 'nudge' || target.kind === 'descend' || target.kind === 'update'
    ? 'number'
    : target.kind
}

function at(index: Index): string {
  return index === null ? '' : `[${index.join(',')}]`
}

/** The target as normalised text (docs/command-line.md 1). Ids of `nudge`, `descend` and `update` need their number: see change.ts. */
function idOf(target: Target): string {
  switch (target.kind) {
    case 'value':
      return `${target.node}${at(target.index)}`
    case 'gradient':
      return `dL/d${target.node}${at(target.index)}`
    case 'partial':
      return `d${target.of}${at(target.ofIndex)}/d${target.by}${at(target.byIndex)}`
    case 'shape':
    case 'formula':
      return `${target.kind} ${target.of === 'gradient' ? 'dL/d' : ''}${target.node}`
    case 'nudge':
    case 'descend':
    case 'update':
      return target.kind
  }
}
