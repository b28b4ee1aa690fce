import type { PublicCircuit } from '@/lib/protocol/exercise'

export type Wire = PublicCircuit['wires'][number]

interface Source {
  readonly node: string
  readonly index: readonly number[] | null
}

/** `y`, `w[1]`: what a wire comes from. */
export function sourceOf({ node, index }: Source): string {
  return index === null ? node : `${node}[${index.join(',')}]`
}

/** The step that asks what comes back on a wire; of an only wire that is the gradient of its source. */
export function wireStep(wire: Wire): string {
  const source = sourceOf(wire)
  return wire.nth === null ? gradientStep(source) : `${gradientStep(source)}.${wire.nth}`
}

export function gradientStep(source: string): string {
  return `dL/d${source}`
}

/**
 * The gate that a step is about, which lights up while that step has the focus: the one whose value it is, or the one through which
 * its gradient comes back. Null of the last gradient, and of a sum over several wires.
 */
export function gateOf({ gates, wires }: PublicCircuit, step: string | null): string | null {
  if (step === null) return null
  if (gates.some(({ node }) => node === step)) return step
  return wires.find(wire => wireStep(wire) === step)?.into ?? null
}
