import { formulaMathml, nodeOf, nodeValue, outermost, spellExpr } from '@/lib/network'
import { type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { placeAt } from '../entry'
import type { Index, Target } from '../exercise'
import { entryLines } from './entries'
import { line, type WorkedLine } from './line'
import { firstReason } from './reason'
import { valueReasons } from './why'
import type { Workshop } from './workshop'

/** A forward value: its formula, then the numbers. */
export function valueLines(
  shop: Workshop,
  { node, index }: Extract<Target, { kind: 'value' }>,
): WorkedLine[] {
  const { graph } = shop.exercise
  const { role, expr, shape } = nodeOf(graph, node)
  const name = shop.name(node)
  const why = firstReason(valueReasons(shop.exercise, node))
  if (role === 'given' || role === 'param') return []
  const rule = line(why, [name, { text: spellExpr(expr), mathml: formulaMathml(expr) }])
  const entries = shop.worked(node)
  if (entries === null) return [rule]
  return [
    rule,
    ...entryLines({
      name,
      entries,
      numerals: shop.numerals,
      ...placesOf(shape, index),
      note: gateNote(shop, node),
    }),
  ]
}

export function placesOf(shape: readonly number[], index: Index): { places?: readonly number[] } {
  return index === null ? {} : { places: [placeAt(shape, index)] }
}

/** Characters of a number that is still said in a sentence. */
const longestNumber = 24

/** Says what the gate does at an entry of a node that is a gate over another node; null elsewhere. */
export function gateNote(shop: Workshop, node: string): (place: number) => Message | null {
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
    const number = shop.numerals(value).text
    const shown = number.length > longestNumber ? null : math(number)
    return message('worked.gate', { entry: math(name), value: shown, open })
  }
}
