import type { PublicCircuit } from '@/lib/protocol/exercise'

export type Wire = PublicCircuit['wires'][number]

/**
 * The gate that a step is about, which lights up while that step has the focus: the one whose value it is, or the one through which
 * its gradient comes back. Null of the last gradient, and of a sum over several wires.
 */
export function gateOf({ gates, wires }: PublicCircuit, step: string | null): string | null {
  if (step === null) return null
  if (gates.some(({ node }) => node === step)) return step
  return wires.find(wire => wire.step === step)?.into ?? null
}

/** The gate at the end, whose value is the circuit's own. */
export function lastGate({ gates }: PublicCircuit): PublicCircuit['gates'][number] | undefined {
  return gates.at(-1)
}
