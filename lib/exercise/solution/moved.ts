import { formulaMathml, spellExpr } from '@/lib/network'
import { type Mathematics, type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { quantityOf } from '../derivation/derive'
import { behind } from '../derivation/known'
import type { About, Quantity } from '../derivation/quantity'
import { constant, nudgedSum, powerSum } from '../derivation/rules'
import { shiftSum } from '../descent/rules'
import { entryLines, stages } from './entries'
import { introduced, line, showTensor, type WorkedLine } from './line'
import { nameOf } from './names'
import { known, type Shown } from './working'
import type { Workshop } from './workshop'

type Predicted = Extract<About, { kind: 'predicted' }>
type Foreseen = Extract<About, { kind: 'foreseen' }>

/** Lines for what a nudge or a step of descent asks; `step` is the name of what is asked. */
export function movedLines(shop: Workshop, id: string, step: Shown): WorkedLine[] {
  const quantity = quantityOf(shop.derivation, id)
  const { about } = quantity
  const name = { ...step, entry: () => step }
  switch (about.kind) {
    case 'predicted':
      return predictedLines(shop, about, step)
    case 'foreseen':
      return foreseenLines(shop, about, step)
    case 'descended':
    case 'velocity':
    case 'moment':
    case 'updated': {
      const entries = shop.worked(id)
      const lines =
        entries === null ? [] : entryLines({ name: shop.name(id), entries, numerals: shop.numerals })
      return [...passLines(shop, quantity, isPulled), ...introduced(saysOf(shop, id, about), lines)]
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

type Stepped = Extract<About, { kind: 'descended' | 'velocity' | 'moment' | 'updated' }>

function saysOf(shop: Workshop, id: string, about: Stepped): Message {
  const name = named(shop, id)
  switch (about.kind) {
    case 'velocity':
      return message('worked.velocity', { name })
    case 'moment':
      return message('worked.moment', { name, squared: about.of === 's' })
    case 'updated':
      return message('worked.updated', { rule: math(`${about.line.name} = ${about.line.source}`) })
    case 'descended': {
      const { direction, up } = about
      const from = named(shop, about.from)
      if (direction.kind !== 'gradient') {
        return message('worked.stepped', { name, from, by: direction.kind, up })
      }
      return message(up ? 'worked.ascended' : 'worked.descended', { name, from })
    }
  }
}

/** One line a parameter, then the sum. */
function foreseenLines(shop: Workshop, { shifts }: Foreseen, step: Shown): WorkedLine[] {
  const { field, exercise } = shop
  const parts = shop.within(() => shifts.map(shift => shiftSum(shift, field, id => shop.known(id))))
  if (parts === null) return []
  const names = shifts.map((_, nth) => nameOf(exercise, parts.length === 1 ? 'sum' : `part${nth + 1}`))
  const each = names.map((name, nth) => {
    const says = message('worked.shift', { gradient: named(shop, shifts[nth]?.gradient ?? '') })
    return line(says, [name, ...stages(parts[nth] ?? field.zero, shop.numerals, false)])
  })
  const total = shop.within(() =>
    names.map((name, nth) => known((parts[nth] ?? field.zero).value, name)).reduce(field.add, field.zero),
  )
  const lines = introduced(message('worked.foreseen-rule'), each)
  if (total === null) return lines
  return [...lines, line(message('worked.nudge-total'), [step, ...stages(total, shop.numerals, true)])]
}

const said = {
  nudge: { rule: 'worked.nudge-rule', total: 'worked.nudge-total' },
  ascent: { rule: 'worked.ascent-rule', total: 'worked.ascent-total' },
  descent: { rule: 'worked.descent-rule', total: 'worked.descent-total' },
} as const

/** Minus the rate times the squares, or each gradient entry times its nudge: one line a parameter, then the sum. */
function predictedLines(shop: Workshop, about: Predicted, step: Shown): WorkedLine[] {
  const { field, exercise } = shop
  const { gradients, amount, nudge, up } = about
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
    if (nudge !== null) return sum
    const change = field.mul(eta, sum)
    return up ? change : field.neg(change)
  })
  if (total === null) return each
  const by = nudge !== null ? said.nudge : up ? said.ascent : said.descent
  const [rule, says] = [message(by.rule), message(by.total)]
  return [...introduced(rule, each), line(says, [step, ...stages(total, shop.numerals, true)])]
}

function named(shop: Workshop, id: string): Mathematics {
  return math(shop.name(id).text)
}

/** The pass with the moved parameters: mostly numbers that no step asks for, on the way to one that a step does. */
function passLines(
  shop: Workshop,
  { rule }: Quantity,
  shows: (quantity: Quantity) => boolean = ({ about }) => about.kind !== 'settled',
): WorkedLine[] {
  const { derivation } = shop
  const asked = new Set([...derivation.asked.values()].map(({ quantity }) => quantity))
  const between = behind(derivation, rule, id => !id.includes(' ') || asked.has(id))
  return between.filter(shows).map(({ id, about }) => {
    const name = shop.name(id)
    return line(passSays(shop, id, about), [name, ...formulaPieces(shop, about), ...numberPieces(shop, id)])
  })
}

/** What becomes of a gradient before a step goes by it. */
function isPulled({ about }: Quantity): boolean {
  return about.kind === 'norm' || about.kind === 'pulled'
}

function passSays(shop: Workshop, id: string, about: About): Message {
  if (about.kind === 'norm') return message('worked.norm')
  if (about.kind === 'pulled') {
    const { gradient, clip, decay } = about.pull
    return message('worked.pulled', {
      gradient: named(shop, gradient),
      clip: clip !== null,
      decay: decay !== null,
    })
  }
  const name = math(id.slice(id.lastIndexOf(' ') + 1))
  if (about.kind === 'nudged') return message('worked.nudged', { name })
  const isStepped = about.kind === 'descended' || about.kind === 'updated'
  if (isStepped) return message('worked.after-the-step', { name })
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
