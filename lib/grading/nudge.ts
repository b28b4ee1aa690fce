import { derivationOf, type Exercise } from '@/lib/exercise'
import { type MistakeId, namesIn } from '@/lib/network'
import { type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Label } from './mistaken'

/** What a student is told of a named mistake, in the exercise's own names at the quantity where it was made. */
export function nudgeOf({ mistake, node }: Label, exercise: Exercise): Message {
  const about = derivationOf(exercise).quantities.get(node)?.about
  if (about?.kind !== 'gradient') return generalNudge(mistake)
  const { node: own, consumers } = about
  const [consumer] = consumers
  const factor = consumer?.expr.flatMap(item => {
    if (item.kind !== 'apply' || !['matmul', 'multiply'].includes(item.op.name)) return []
    const names = item.inputs.map(place => {
      const input = consumer.expr[place]
      return input?.kind === 'node' ? input.name : null
    })
    const other = names.find(name => name !== own.name) ?? null
    return names.includes(own.name) && other !== null ? [other] : []
  })[0]
  const index = own.shape.map(() => 1).join(',')
  const isUsed = consumer !== undefined && namesIn(consumer.expr).includes(own.name)
  return message('mistakes.nudge', {
    mistake,
    own: math(own.name),
    entry: math(index === '' ? own.name : `${own.name}[${index}]`),
    other: factor === undefined ? null : math(factor),
    output: isUsed ? math(consumer.name) : null,
  })
}

/** The same where nothing is known of the place. */
export function generalNudge(mistake: MistakeId): Message {
  return message('mistakes.nudge', { mistake })
}
