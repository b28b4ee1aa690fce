import { mapTensor, type Tensor, zipTensors } from '@/lib/exact/tensor'
import { type Wrong, wrong } from '@/lib/network'
import type { About, GradientAbout, Pass } from '../derivation/quantity'
import { entryAt, placeAt } from '../entry'
import type { ExerciseNode } from '../exercise'
import { type Wire, wireId } from '../wire'
import { gradientMistakes } from './gradient'
import type { Numbers } from './numbers'

/** One wire of a circuit: the mistakes of a gradient whose node has this one use. */
export function wireMistakes<S>(
  { wire, node, into, pass }: Extract<About, { kind: 'wire' }>,
  numbers: Numbers<S>,
): Wrong<S>[] {
  // Other uses in the same operation, as in y * y, stand under another name: they are held still.
  const other = `${node.name} `
  const expr = into.expr.map((item, place) =>
    item.kind === 'node' && item.name === node.name && place !== wire.place ? { ...item, name: other } : item,
  )
  const alone: Pass = { ...pass, value: name => pass.value(name === other ? node.name : name) }
  const about: GradientAbout = { kind: 'gradient', node, pass: alone, consumers: [{ ...into, expr }] }
  return gradientMistakes(about, numbers).map(({ mistake, value }) =>
    wrong(mistake, entryAt(value, wire.index)),
  )
}

/** A sum over wires: one of them left out (`link-dropped`), the first or the last alone, or all of them multiplied. */
export function sumMistakes<S>({ node, wires = [] }: GradientAbout, numbers: Numbers<S>): Wrong<S>[] {
  const right = numbers.of(`dL/d${node.name}`)
  if (right === null || wires.length === 0) return []
  return bySource(wires).flatMap(group => {
    const parts = group.flatMap(wire => numbers.of(wireId(wire)) ?? [])
    const [first, last] = [parts[0], parts.at(-1)]
    if (parts.length < group.length || first === undefined || last === undefined) return []
    const { add, sub, mul } = numbers.field
    const join = (by: (a: S, b: S) => S): Tensor<S> =>
      parts.slice(1).reduce((a, b) => zipTensors(a, b, by), first)
    const all = join(add)
    const instead = (part: Tensor<S>): Tensor<S> => {
      const change = zipTensors(part, all, sub)
      return withChange(right, node, group[0], change, add)
    }
    return [
      ...parts.map(part => wrong('link-dropped', instead(zipTensors(all, part, sub)))),
      wrong('one-path', instead(first)),
      wrong('one-path', instead(last)),
      wrong('paths-multiplied', instead(join(mul))),
    ]
  })
}

/** Wires of the same node and entry. */
function bySource(wires: readonly Wire[]): Wire[][] {
  const groups = new Map<string, Wire[]>()
  for (const wire of wires) {
    const key = `${wire.circuit} ${wire.index ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), wire])
  }
  return [...groups.values()]
}

/** The whole gradient with a change at the entry that the wires are of. */
function withChange<S>(
  right: Tensor<S>,
  { shape }: ExerciseNode,
  wire: Wire | undefined,
  change: Tensor<S>,
  add: (a: S, b: S) => S,
): Tensor<S> {
  const place = placeAt(shape, wire?.index ?? null)
  const [by] = change.data
  return mapTensor(right, (entry, at) => (at === place && by !== undefined ? add(entry, by) : entry))
}
