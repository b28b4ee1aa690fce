import type { ReactNode } from 'react'
import { MathFormula } from '@/components/ui/math'
import { entryMathml } from '@/lib/exact/mathml'
import type { PublicCircuit, PublicStep } from '@/lib/protocol/exercise'
import { lastGate, type Wire } from './parts'

/** What a step of a circuit asks, by the gates beside it. */
export function aboutStep({ id, title }: PublicStep, circuit: PublicCircuit): ReactNode {
  const { gates, wires, name } = circuit
  const own = gates.find(({ node }) => node === id)
  if (own) {
    return (
      <>
        the value that comes out of <Sign circuit={circuit} node={id} />
      </>
    )
  }
  if (id === lastGate(circuit)?.step) {
    return (
      <>
        the gradient at the end, of <Name wire={{ node: name, index: null }} /> by itself
      </>
    )
  }
  const wire = wires.find(one => one.step === id)
  if (wire) {
    return (
      <>
        the gradient on the wire from{' '}
        {gates.some(({ node }) => node === wire.node) ? (
          <Sign circuit={circuit} node={wire.node} />
        ) : (
          <Name wire={wire} />
        )}{' '}
        into <Sign circuit={circuit} node={wire.into} />
      </>
    )
  }
  const shared = wires.filter(one => one.sum === id)
  const [first] = shared
  if (!first) return title
  return (
    <>
      the gradient of <Name wire={first} />: the sum over its {shared.length} wires
    </>
  )
}

/** A gate by its sign, with the name of what comes out where another has the same sign. */
function Sign({ circuit: { gates, name }, node }: { circuit: PublicCircuit; node: string }) {
  const sign = gates.find(gate => gate.node === node)?.sign ?? node
  const isOne = gates.filter(gate => gate.sign === sign).length === 1
  return (
    <strong className="font-semibold whitespace-nowrap">
      {sign}
      {!isOne && (
        <span className="font-normal text-ink-2">
          {' '}
          (<MathFormula mathml={entryMathml(node === name ? name : node)} />)
        </span>
      )}
    </strong>
  )
}

function Name({ wire: { node, index } }: { wire: Pick<Wire, 'node' | 'index'> }) {
  return <MathFormula mathml={entryMathml(node, index ?? [])} />
}
