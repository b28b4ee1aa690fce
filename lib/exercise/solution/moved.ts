import { formulaMathml, spellExpr } from '@/lib/network'
import { quantityOf } from '../derivation/derive'
import type { About, Quantity } from '../derivation/quantity'
import { constant, nudgedSum, powerSum } from '../derivation/rules'
import { behind } from '../derivation/workings'
import { entryLines, stages } from './entries'
import { type Line, led, line, showTensor } from './line'
import { nameOf } from './names'
import { capital } from './words'
import { known, type Shown } from './working'
import type { Workshop } from './workshop'

type Predicted = Extract<About, { kind: 'predicted' }>

/** What nudges and steps of descent ask for; `step` is what is asked, by its name. */
export function movedLines(shop: Workshop, id: string, step: Shown): Line[] {
  const quantity = quantityOf(shop.derivation, id)
  const { about } = quantity
  const name = { ...step, entry: () => step }
  switch (about.kind) {
    case 'predicted':
      return predictedLines(shop, about, step)
    case 'descended': {
      const entries = shop.worked(id)
      const says = `${shop.name(id).text} is ${shop.name(about.from).text} minus the rate times its gradient.`
      return entries === null ? [] : led(says, entryLines({ name: shop.name(id), entries }))
    }
    case 'change': {
      const entries = shop.worked(id)
      const lines = entries === null ? [] : entryLines({ name, entries })
      return [...passLines(shop, quantity), ...led('The loss after minus the loss before.', lines)]
    }
    default:
      return passLines(shop, quantity)
  }
}

/** Minus the rate times the squares, or each gradient entry times its nudge: one line a parameter, then the sum. */
function predictedLines(shop: Workshop, about: Predicted, step: Shown): Line[] {
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
    line(`${nudge === null ? 'The squared entries' : 'The entries'} of ${gradients[nth]}.`, [
      name,
      ...stages(parts[nth] ?? field.zero, false),
    ]),
  )
  const total = shop.within(() => {
    const sum = names
      .map((name, nth) => known((parts[nth] ?? field.zero).value, name))
      .reduce(field.add, field.zero)
    return nudge === null ? field.neg(field.mul(eta, sum)) : sum
  })
  if (total === null) return each
  const says = nudge === null ? 'Minus the rate times all of them together.' : 'All of them together.'
  return [...led(predictedRule(about), each), line(says, [step, ...stages(total, true)])]
}

function predictedRule({ nudge }: Predicted): string {
  return nudge === null
    ? 'Going against the gradient changes the loss, to first order, by minus the rate times its squared length.'
    : 'To first order the loss changes by each gradient entry times what is added to its parameter.'
}

/** Mostly numbers that nobody is asked for on the way to one that is: the pass with the moved parameters. */
function passLines(shop: Workshop, { rule }: Quantity): Line[] {
  const { derivation } = shop
  const asked = new Set([...derivation.asked.values()].map(({ quantity }) => quantity))
  return behind(derivation, rule, id => !id.includes(' ') || asked.has(id)).map(({ id, about }) => {
    const name = shop.name(id)
    return line(`${capital(passSays(about))}.`, [
      name,
      ...formulaPieces(shop, about),
      showTensor(shop.value(id)),
    ])
  })
}

function passSays(about: About): string {
  switch (about.kind) {
    case 'nudged':
      return 'the parameter with its nudge added'
    case 'descended':
      return 'the parameter after the step'
    case 'value':
      return 'forward with these'
    default:
      return 'and back with these'
  }
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
