import { formulaMathml, nodeOf, nodeValue, outermost } from '@/lib/network'
import type { Index, Target } from '../exercise'
import { placeAt } from '../key'
import { entryLines } from './entries'
import { type Line, line } from './line'
import { showWorking } from './print'
import { valueReasons } from './why'
import { known } from './working'
import type { Workshop } from './workshop'

/** A forward value: its formula, then the numbers. */
export function valueLines(shop: Workshop, { node, index }: Extract<Target, { kind: 'value' }>): Line[] {
  const { graph } = shop.exercise
  const { role, source, expr, shape } = nodeOf(graph, node)
  const name = shop.name(node)
  const [why = ''] = valueReasons(shop.exercise, node)
  if (role === 'given' || role === 'param') return []
  const rule = line(why, [name, { text: source, mathml: formulaMathml(expr) }])
  const entries = shop.worked(node)
  if (entries === null) return [rule]
  return [rule, ...entryLines({ name, entries, ...placesOf(shape, index), note: gateNote(shop, node) })]
}

export function placesOf(shape: readonly number[], index: Index): { places?: readonly number[] } {
  return index === null ? {} : { places: [placeAt(shape, index)] }
}

/** What a gate does at an entry, where a node is a gate over another node; else nothing is said. */
export function gateNote(shop: Workshop, node: string): (place: number) => string | null {
  const { expr } = nodeOf(shop.exercise.graph, node)
  const root = outermost(expr)
  const item = expr[root?.inputs[0] ?? -1]
  if (root?.op.gate === undefined || item?.kind !== 'node') return () => null
  const before = nodeValue(shop.key.values, item.name)
  return place => {
    const value = before.data[place]
    if (value === undefined) return null
    const open = shop.plain.sign(value) > 0
    const name = shop.name(item.name).entry(before.shape, place).text
    const number = showWorking(known(value), 'numbers').text
    return open
      ? `${name} = ${number} is above 0, the unit is on`
      : `${name} = ${number} is not above 0, the unit is off`
  }
}
