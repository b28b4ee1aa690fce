import { mapTensor, type Tensor } from '@/lib/exact/tensor'
import { type MistakeId, type Wrong, wrong } from '@/lib/network'
import { main } from '../derivation/passes'
import type { About } from '../derivation/quantity'
import { jacobianFrom, oneAt } from '../jacobian'
import { arrangementMistakes } from './arrangement'
import { opMistakes } from './back'
import { valuesOf } from './forward'
import type { Numbers } from './numbers'
import { pathMistakes } from './paths'

/** What `jacobian-transposed` says of a Jacobian. */
const exchanged: ReadonlySet<MistakeId> = new Set<MistakeId>(['transpose-answer', 'column-order'])

/** A Jacobian laid out the other way, its diagonal alone, or one wrong rule in all of its rows. */
export function jacobianMistakes<S>(
  id: string,
  { jacobian }: Extract<About, { kind: 'jacobian' }>,
  numbers: Numbers<S>,
): Wrong<S>[] {
  return [
    ...laidOutWrongly(id, numbers),
    ...arrangementMistakes(id, numbers).filter(({ mistake }) => !exchanged.has(mistake)),
    ...inAllRows(jacobian, numbers),
  ]
}

/** Only where the grid of cells is the same: a Jacobian that is not square cannot be typed the other way round. */
function laidOutWrongly<S>(id: string, numbers: Numbers<S>): Wrong<S>[] {
  const right = numbers.of(id)
  const [rows = 0, columns = 0] = right?.shape ?? []
  if (right === null || rows !== columns || rows < 2) return []
  const { zero } = numbers.field
  const placed = (from: (i: number, j: number) => S | undefined): Tensor<S> =>
    mapTensor(right, (entry, at) => from(Math.floor(at / columns), at % columns) ?? entry)
  return [
    wrong(
      'jacobian-transposed',
      placed((i, j) => right.data[j * columns + i]),
    ),
    wrong(
      'jacobian-diagonal',
      placed((i, j) => (i === j ? undefined : zero)),
    ),
  ]
}

/** A rule that is wrong in one way can be so in each row: the first of its kind in every row makes one matrix, and so on. */
function inAllRows<S>(
  jacobian: Extract<About, { kind: 'jacobian' }>['jacobian'],
  numbers: Numbers<S>,
): Wrong<S>[] {
  const { of, by, rows } = jacobian
  const values = valuesOf(of, main, numbers)
  if (values === null) return []
  const kinds = rows.map(place => {
    const flow = { expr: of.expr, values, upstream: oneAt(of.shape, place, numbers.field) }
    const backs = [{ consumer: of, flow }]
    return byMistake([...opMistakes(by.name, backs, numbers), ...pathMistakes(by.name, backs, numbers)])
  })
  const [first] = kinds
  const found: Wrong<S>[] = []
  for (const [mistake, made] of first ?? []) {
    if (!kinds.every(kind => kind.get(mistake)?.length === made.length)) continue
    for (const nth of made.keys()) {
      const value = jacobianFrom(jacobian, (_place, row) => kinds[row]?.get(mistake)?.[nth] ?? null)
      if (value !== null) found.push(wrong(mistake, value))
    }
  }
  return found
}

function byMistake<S>(made: readonly Wrong<S>[]): Map<MistakeId, Tensor<S>[]> {
  const kinds = new Map<MistakeId, Tensor<S>[]>()
  for (const { mistake, value } of made) kinds.set(mistake, [...(kinds.get(mistake) ?? []), value])
  return kinds
}
