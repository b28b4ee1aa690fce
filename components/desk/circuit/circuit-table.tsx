import { MathFormula } from '@/components/ui/math'
import { stateLooks } from '@/components/ui/state'
import { entryMathml } from '@/lib/exact/mathml'
import type { PublicCircuit, PublicExercise } from '@/lib/protocol/exercise'
import { withMinus } from '../cells/decimal'
import type { StepCardProps } from '../step/card-props'
import { valueAt } from './circuit-picture'
import { lastGate } from './parts'

interface CircuitTableProps {
  circuit: PublicCircuit
  exercise: PublicExercise
  cards: readonly StepCardProps[]
}

interface Row {
  readonly key: string
  readonly node: string
  readonly source: string
  readonly index: readonly number[] | null
  /** The gate that it goes into; null at the end, and of a sum over several wires. */
  readonly into: string | null
  readonly gradient: string
}

/** The same as a table, a row for each wire: where it comes from and goes, its value and its gradient. */
export function CircuitTable({ circuit, exercise, cards }: CircuitTableProps) {
  const stepOf = new Map(cards.map(card => [card.step.id, card]))
  const answer = (id: string) => {
    const card = stepOf.get(id)
    if (!card) return null
    const text = withMinus(card.cells[0] ?? '')
    const state = card.state === 'untouched' ? '' : stateLooks[card.state].word
    return text === '' && state === '' ? 'open' : [text, state].filter(Boolean).join(', ')
  }
  return (
    <details className="min-w-0 text-sm">
      <summary className="min-h-6 text-ink-2 underline decoration-dotted underline-offset-4">
        The circuit as a table
      </summary>
      <table className="mt-2 border-collapse">
        <caption className="sr-only">The wires of the circuit {circuit.name}</caption>
        <thead className="text-left text-ink-2">
          <tr>
            {['from', 'into', 'value', 'gradient'].map(word => (
              <th key={word} scope="col" className="py-1 pr-5 font-normal">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(circuit).map(({ key, node, source, index, into, gradient }) => (
            <tr key={key} className="border-t border-line">
              <th scope="row" className="py-1 pr-5 text-left font-normal">
                <span aria-hidden="true">
                  <MathFormula mathml={entryMathml(node, index ?? [])} />
                </span>
                <span className="sr-only">{source}</span>
              </th>
              <td className="py-1 pr-5">{into ?? (node === circuit.name ? 'the end' : 'all its wires')}</td>
              <td className="py-1 pr-5 tabular-nums">{answer(node) ?? valueAt({ node, index }, exercise)}</td>
              <td className="py-1 pr-5 tabular-nums">{answer(gradient)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** Wires in the order of use; after the last of several wires of one source comes their sum. */
function rowsOf(circuit: PublicCircuit): Row[] {
  const { wires, gates, name } = circuit
  const sign = (node: string): string => gates.find(gate => gate.node === node)?.sign ?? node
  const rows = wires.flatMap((wire, at): Row[] => {
    const { node, source, index, sum } = wire
    const own = { key: `${at}`, node, source, index, into: sign(wire.into), gradient: wire.step }
    const isLast = !wires.slice(at + 1).some(other => other.source === source)
    if (wire.nth === null || !isLast) return [own]
    return [own, { key: `sum ${source}`, node, source, index, into: null, gradient: sum }]
  })
  const end = lastGate(circuit)
  if (end === undefined) return rows
  return [...rows, { key: 'end', node: name, source: name, index: null, into: null, gradient: end.step }]
}
