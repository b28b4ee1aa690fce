import { nameMathml, partialMathml } from '@/lib/exact/mathml'
import { type Tensor, zipTensors } from '@/lib/exact/tensor'
import { arrivals, type Expr, formulaMathml, namesIn, spellExpr } from '@/lib/network'
import { math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { quantityOf } from '../derivation/derive'
import type { Exercise, Target } from '../exercise'
import { type Wire, wireId } from '../wire'
import { entryLines, leaves } from './entries'
import { gateNote, placesOf } from './forward'
import { introduced, line, showTensor, type WorkedLine } from './line'
import { type Named, nameOf } from './names'
import { firstReason } from './reason'
import { type Use, usesOf, wireUse } from './uses'
import { gradientReasons, wireReasons } from './why'
import type { Shown, Working } from './working'
import type { Workshop } from './workshop'

/** The most paths that are worked one by one. */
const mostPaths = 8

/** A gradient: the rule in symbols, every path by itself where there are several, then the numbers. */
export function gradientLines(
  shop: Workshop,
  { node, index }: Extract<Target, { kind: 'gradient' }>,
): WorkedLine[] {
  const id = `dL/d${node}`
  const { exercise } = shop
  const { about, shape } = quantityOf(shop.derivation, id)
  const name = shop.name(id)
  const why = firstReason(gradientReasons(exercise, node, null))
  if (about.kind !== 'gradient') return []
  if (about.wires !== undefined) {
    const entries = shop.worked(id)
    const { numerals } = shop
    const places = placesOf(shape, index)
    return entries === null ? [] : introduced(why, entryLines({ name, entries, numerals, ...places }))
  }
  const uses = usesOf(exercise, about)
  const [only] = uses
  if (only === undefined) return []
  const places = placesOf(shape, index)
  if (uses.length === 1) {
    const entries = shop.worked(id)
    const { formula, consumer, unchanged } = only
    if (unchanged && formula !== null && index === null) {
      const passed = showTensor(shop.value(id), shop.numerals)
      return [line(why, [name, formulaShown(exercise, formula), passed])]
    }
    const rule = formula === null ? [] : [line(why, [name, formulaShown(exercise, formula)])]
    const untold = rule.length === 0 ? why : null
    const lines =
      entries === null
        ? []
        : entryLines({
            name,
            entries,
            numerals: shop.numerals,
            ...places,
            note: gateNote(shop, consumer.name),
          })
    return [...rule, ...introduced(untold, lines)]
  }
  const entries = shop.worked(id)
  const parts = entries === null ? null : shop.within(() => partsOfUses(shop, node, uses))
  if (parts === null) return []
  const paths = uses
    .slice(0, mostPaths)
    .flatMap((use, nth) => pathLines(shop, use, parts[nth] ?? null, nth + 1, places))
  return [...introduced(why, paths), ...summedLines(shop, id, parts, places)]
}

/** What comes back on one wire of a circuit: the rule of the operation, then the numbers. */
export function wireLines(shop: Workshop, wire: Wire, name: Shown): WorkedLine[] {
  const id = wireId(wire)
  const why = firstReason(wireReasons(shop.exercise, wire, false))
  const formula = wireUse(shop.exercise, wire)?.formula ?? null
  const rule = formula === null ? [] : [line(why, [name, formulaShown(shop.exercise, formula)])]
  const entries = shop.derivation.quantities.has(id) ? shop.worked(id) : null
  const note = gateNote(shop, wire.into)
  const lines =
    entries === null ? [] : entryLines({ name: shop.name(id), entries, numerals: shop.numerals, note })
  return [...rule, ...introduced(rule.length === 0 ? why : null, lines)]
}

function formulaShown(exercise: Exercise, formula: Expr): Shown {
  return { text: spellExpr(formula), mathml: formulaMathml(formula, name => nameShown(exercise, name)) }
}

function nameShown({ loss }: Exercise, name: string): string {
  return name.startsWith('dL/d') ? partialMathml(loss ?? 'L', name.slice(4)) : nameMathml(name)
}

/** What each use sends back, worked. */
function partsOfUses(shop: Workshop, node: string, uses: readonly Use[]): (Tensor<Working> | null)[] {
  return uses.map(({ consumer: { name, expr }, place }) => {
    const values = new Map(namesIn(expr).map(used => [used, shop.known(used)]))
    const flow = { expr, values, upstream: shop.known(`dL/d${name}`) }
    const found = arrivals(shop.field, flow).find(arrival => arrival.name === node && arrival.place === place)
    return found?.part ?? null
  })
}

function pathLines(
  shop: Workshop,
  { consumer, formula }: Use,
  part: Tensor<Working> | null,
  nth: number,
  places: { places?: readonly number[] },
): WorkedLine[] {
  if (part === null) return []
  const said = formula === null ? null : math(spellExpr(formula))
  const lines = entryLines({
    name: pathName(shop.exercise, nth),
    entries: part,
    numerals: shop.numerals,
    ...places,
  })
  return introduced(message('worked.path', { nth, through: math(consumer.name), formula: said }), lines)
}

/** What came along the paths, entry by entry, and their sum. */
function summedLines(
  shop: Workshop,
  id: string,
  parts: readonly (Tensor<Working> | null)[],
  places: { places?: readonly number[] },
): WorkedLine[] {
  const arrived = parts.flatMap((part, nth) =>
    part === null ? [] : [leaves(shop.plainOf(part), pathName(shop.exercise, nth + 1))],
  )
  const [first, ...more] = arrived
  if (first === undefined || arrived.length < parts.length) return []
  const entries = shop.within(() => more.reduce((sum, part) => zipTensors(sum, part, shop.field.add), first))
  return entries === null
    ? []
    : introduced(
        message('worked.sum-of-paths'),
        entryLines({ name: shop.name(id), entries, numerals: shop.numerals, ...places }),
      )
}

function pathName(exercise: Exercise, nth: number): Named {
  return nameOf(exercise, `path${nth}`)
}
