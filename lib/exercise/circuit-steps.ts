import type { TargetPhrase } from '@/lib/language/syntax/target'
import { math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { sourcesIn, wiresOf } from './circuit'
import type { StepPlan, Target } from './exercise'
import type { Network } from './network'
import { plan, refuse, type TargetRead } from './target'
import { sourceName, type Wire } from './wire'

type Read =
  | { readonly ok: true; readonly steps: readonly StepPlan[] }
  | Exclude<TargetRead, { readonly ok: true }>

/**
 * `ask circuit f`: the values in the order of evaluation, the gradients of the operations from the last one back, then those of the
 * leaves in the order of their first use. Before a gradient that is a sum over several wires stand those on the wires.
 */
export function readCircuitSteps(phrase: TargetPhrase, network: Network): Read {
  const { top, bottom } = phrase
  const name = top.name === 'L' ? (network.loss ?? 'L') : top.name
  const circuit = network.circuits.find(other => other.name === name)
  if (circuit === undefined || bottom !== null || top.index !== null) {
    if (network.everyNode.has(name)) return refuse(message('circuits.no-circuit', { name: math(name) }), top)
    const told = network.explain(name)
    return told === null ? { ok: false, error: null } : refuse(told, top)
  }
  // What is wrong with one of its operations was told there.
  if (!circuit.nodes.every(node => network.graph.has(node))) return { ok: false, error: null }
  if (!network.seeded) return refuse(message('circuits.no-gradients', { name: math(name) }), phrase)
  const wires = wiresOf(network).filter(wire => wire.circuit === circuit.name)
  const leaves = sourcesIn(wires).filter(({ node }) => !circuit.nodes.includes(node))
  const inner = circuit.nodes.toReversed().map(node => ({ node, index: null }))
  const targets: Target[] = [
    ...circuit.nodes.map((node): Target => ({ kind: 'value', node, index: null })),
    ...[...inner, ...leaves].flatMap((source): Target[] => [
      ...wiresFrom(wires, sourceName(source)).map((wire): Target => ({ kind: 'wire', wire })),
      { kind: 'gradient', ...source },
    ]),
  ]
  const steps: StepPlan[] = []
  for (const target of targets) {
    const read = plan(phrase, target, [])
    if (!read.ok) return read
    steps.push({ ...read.step, circuit: circuit.name })
  }
  return { ok: true, steps }
}

function wiresFrom(wires: readonly Wire[], source: string): Wire[] {
  return wires.filter(wire => wire.nth !== null && sourceName(wire) === source)
}
