import type { Shape } from '@/lib/exact/tensor'
import { type ChalkFault, faultAt } from '@/lib/language/fault'
import { operationsOf } from '@/lib/language/syntax/circuit'
import type { Definition } from '@/lib/language/syntax/statement'
import { math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { exerciseLimits } from './limits'
import type { Circuit } from './wire'

/** A definition of the file, or one operation of a circuit. */
export interface Defined extends Definition {
  /** The circuit that it is an operation of, which may be the circuit itself. */
  readonly operationOf?: string
}

export interface Expanded {
  readonly definitions: readonly Defined[]
  readonly circuits: readonly Circuit[]
  readonly errors: readonly ChalkFault[]
}

/** Puts the operations of each circuit in its place. A circuit with an error is left out, and its name is defined nowhere. */
export function expandCircuits(definitions: readonly Definition[]): Expanded {
  const errors: ChalkFault[] = []
  const circuits: Circuit[] = []
  let operations = 0
  const expanded = definitions.flatMap((definition): Defined[] => {
    const { name, place } = definition
    if (!definition.circuit) return [definition]
    const found = operationsOf(definition)
    operations += found.length
    if (found.length === 0)
      errors.push(faultAt(place, message('circuits.no-operation', { name: math(name) })))
    if (operations > exerciseLimits.operations) {
      errors.push(faultAt(place, message('circuits.too-many', { most: exerciseLimits.operations })))
      return []
    }
    if (found.length > 0) circuits.push({ name, nodes: found.map(operation => operation.name) })
    return found.map((operation, nth) => {
      const { kind, role, draw, symbols } = definition
      const own = { kind, role, draw, symbols, operationOf: name, ...operation }
      return nth === found.length - 1 ? { ...own, place } : { ...own, role: 'node' }
    })
  })
  return { definitions: expanded, circuits, errors }
}

/** Says which operand of an operation is not a single number. */
export function refuseOperand({ phrase }: Defined, shapes: ReadonlyMap<string, Shape>): ChalkFault | null {
  const entries = new Set(
    phrase.flatMap(item => (item.kind === 'apply' && item.op === 'entry' ? (item.inputs[0] ?? []) : [])),
  )
  for (const [at, item] of phrase.entries()) {
    if (item.kind !== 'name' || entries.has(at)) continue
    const { name } = item
    const shape = shapes.get(name) ?? []
    if (shape.length === 0) continue
    const example = math(`${name}[${shape.map(() => 1).join(',')}]`)
    return faultAt(item.place, message('circuits.not-a-number', { name: math(name), shape, example }))
  }
  return null
}
