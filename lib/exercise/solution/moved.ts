import { formulaMathml, spellExpr } from '@/lib/network'
import { type Mathematics, type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { quantityOf } from '../derivation/derive'
import { behind } from '../derivation/known'
import type { About, Quantity } from '../derivation/quantity'
import { constant, nudgedSum, powerSum } from '../derivation/rules'
import { entryLines, stages } from './entries'
import { introduced, line, showTensor, type WorkedLine } from './line'
import { nameOf } from './names'
import { known, type Shown } from './working'
import type { Workshop } from './workshop'

type Predicted = Extract<About, { kind: 'predicted' }>

/** Lines for what a nudge or a step of descent asks; `step` is the name of what is asked. */
export function movedLines(shop: Workshop, id: string, step: Shown): WorkedLine[] {
  const quantity = quantityOf(shop.derivation, id)
  const { about } = quantity
  const name = { ...step, entry: () => step }
  switch (about.kind) {
    case 'predicted':
      return predictedLines(shop, about, step)
    case 'descended': {
      const entries = shop.worked(id)
      const says = message('worked.descended', { name: named(shop, id), from: named(shop, about.from) })
      return entries === null
        ? []
        : introduced(says, entryLines({ name: shop.name(id), entries, numerals: shop.numerals }))
    }
    case 'change': {
      const entries = shop.worked(id)
      const lines = entries === null ? [] : entryLines({ name, entries, numerals: shop.numerals })
      return [...passLines(shop, quantity), ...introduced(message('worked.change'), lines)]
    }
    default:
      return passLines(shop, quantity)
  }
}

/** Minus the rate times the squares, or each gradient entry times its nudge: one line a parameter, then the sum. */
function predictedLines(shop: Workshop, about: Predicted, step: Shown): WorkedLine[] {
  const { field, exercise } = shop
  const { gradients, amount, nudge } = about
  const eta = constant(amount, field)?.data[0]
  if (eta === undefined) return []
  let start = 0
  const parts = shop.within(() =>
    gradients.map(id => {
      const of = (wanted: string) => shop.known(wanted)
      const sum =
        nudge === null ? powerSum(field, [id], of, 2) : nudgedSum(field, nudge, [id], of, eta, start)
      start += shop.value(id).data.length
      return sum
    }),
  )
  if (parts === null) return []
  const names = gradients.map((_, nth) => nameOf(exercise, parts.length === 1 ? 'sum' : `part${nth + 1}`))
  const each = names.map((name, nth) => {
    const gradient = named(shop, gradients[nth] ?? '')
    const says = message(nudge === null ? 'worked.squared-entries' : 'worked.nudge-entries', { gradient })
    return line(says, [name, ...stages(parts[nth] ?? field.zero, shop.numerals, false)])
  })
  const total = shop.within(() => {
    const sum = names
      .map((name, nth) => known((parts[nth] ?? field.zero).value, name))
      .reduce(field.add, field.zero)
    return nudge === null ? field.neg(field.mul(eta, sum)) : sum
  })
  if (total === null) return each
  const rule = message(nudge === null ? 'worked.descent-rule' : 'worked.nudge-rule')
  const says = message(nudge === null ? 'worked.descent-total' : 'worked.nudge-total')
  return [...introduced(rule, each), line(says, [step, ...stages(total, shop.numerals, true)])]
}

function named(shop: Workshop, id: string): Mathematics {
  return math(shop.name(id).text)
}

/** The pass with the moved parameters: mostly numbers that no step asks for, on the way to one that a step does. */
function passLines(shop: Workshop, { rule }: Quantity): WorkedLine[] {
  const { derivation } = shop
  const asked = new Set([...derivation.asked.values()].map(({ quantity }) => quantity))
  return behind(derivation, rule, id => !id.includes(' ') || asked.has(id)).map(({ id, about }) => {
    const name = shop.name(id)
    return line(passSays(id, about), [name, ...formulaPieces(shop, about), ...numberPieces(shop, id)])
  })
}

function passSays(id: string, about: About): Message {
  const name = math(id.slice(id.lastIndexOf(' ') + 1))
  if (about.kind === 'nudged') return message('worked.nudged', { name })
  if (about.kind === 'descended') return message('worked.after-the-step', { name })
  return message(about.kind === 'value' ? 'worked.new' : 'worked.new-gradient', { name })
}

/** A single number is worked; a tensor is only named. */
function numberPieces(shop: Workshop, id: string): Shown[] {
  const told = showTensor(shop.value(id), shop.numerals)
  const [only, ...more] = shop.value(id).shape.length === 0 ? (shop.worked(id)?.data ?? []) : []
  return only === undefined || more.length > 0 ? [told] : stages(only, shop.numerals, false)
}

function formulaPieces(shop: Workshop, about: About): Shown[] {
  if (about.kind !== 'value') return []
  const { node, pass } = about
  const renamed = (as: (id: string) => string) =>
    node.expr.map(item => (item.kind === 'node' ? { ...item, name: as(pass.value(item.name)) } : item))
  return [
    {
      text: spellExpr(renamed(id => shop.name(id).text)),
      mathml: formulaMathml(
        renamed(id => id),
        id => shop.name(id).mathml,
      ),
    },
  ]
}
