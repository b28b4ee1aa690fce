import { formulaMathml, spellExpr } from '@/lib/network'
import type { SolutionLine } from '@/lib/protocol/solution'
import { quantityOf } from '../derivation/derive'
import type { About, Quantity } from '../derivation/quantity'
import { constant, nudgedSum, powerSum } from '../derivation/rules'
import { behind } from '../derivation/workings'
import { entryLines, stages } from './entries'
import { led, line, showTensor } from './line'
import { nameOf } from './names'
import { known, type Shown } from './working'
import type { Workshop } from './workshop'

type Predicted = Extract<About, { kind: 'predicted' }>

/** Lines for what a nudge or a step of descent asks; `step` is the name of what is asked. */
export function movedLines(shop: Workshop, id: string, step: Shown): SolutionLine[] {
  const quantity = quantityOf(shop.derivation, id)
  const { about } = quantity
  const name = { ...step, entry: () => step }
  switch (about.kind) {
    case 'predicted':
      return predictedLines(shop, about, step)
    case 'descended': {
      const entries = shop.worked(id)
      const says = `${shop.name(id).text} is ${shop.name(about.from).text} minus the rate times its gradient.`
      return entries === null
        ? []
        : led(says, entryLines({ name: shop.name(id), entries, numerals: shop.numerals }))
    }
    case 'change': {
      const entries = shop.worked(id)
      const lines = entries === null ? [] : entryLines({ name, entries, numerals: shop.numerals })
      return [...passLines(shop, quantity), ...led('The loss after minus the loss before.', lines)]
    }
    default:
      return passLines(shop, quantity)
  }
}

/** Minus the rate times the squares, or each gradient entry times its nudge: one line a parameter, then the sum. */
function predictedLines(shop: Workshop, about: Predicted, step: Shown): SolutionLine[] {
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
  const each = names.map((name, nth) =>
    line(
      `${nudge === null ? 'The squared entries' : 'The entries'} of ${shop.name(gradients[nth] ?? '').text}.`,
      [name, ...stages(parts[nth] ?? field.zero, shop.numerals, false)],
    ),
  )
  const total = shop.within(() => {
    const sum = names
      .map((name, nth) => known((parts[nth] ?? field.zero).value, name))
      .reduce(field.add, field.zero)
    return nudge === null ? field.neg(field.mul(eta, sum)) : sum
  })
  if (total === null) return each
  const says = nudge === null ? 'Minus the rate times all of them together.' : 'All of them together.'
  return [...led(predictedRule(about), each), line(says, [step, ...stages(total, shop.numerals, true)])]
}

function predictedRule({ nudge }: Predicted): string {
  return nudge === null
    ? 'Going against the gradient changes the loss, to first order, by minus the rate times its squared length.'
    : 'To first order the loss changes by each gradient entry times what is added to its parameter.'
}

/** The pass with the moved parameters: mostly numbers that no step asks for, on the way to one that a step does. */
function passLines(shop: Workshop, { rule }: Quantity): SolutionLine[] {
  const { derivation } = shop
  const asked = new Set([...derivation.asked.values()].map(({ quantity }) => quantity))
  return behind(derivation, rule, id => !id.includes(' ') || asked.has(id)).map(({ id, about }) => {
    const name = shop.name(id)
    return line(passSays(id, about), [name, ...formulaPieces(shop, about), ...numberPieces(shop, id)])
  })
}

function passSays(id: string, about: About): string {
  const name = id.slice(id.lastIndexOf(' ') + 1)
  if (about.kind === 'nudged') return `${name} with its nudge added.`
  if (about.kind === 'descended') return `${name} after the step.`
  return about.kind === 'value' ? `The new ${name}.` : `The new ${name}, with the new numbers.`
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
