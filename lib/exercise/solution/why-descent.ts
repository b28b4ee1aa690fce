import { type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Target } from '../exercise'
import { type Reason, room } from './reason'

type DescentTarget = Extract<Target, { kind: 'descend' }>

/** Why an answer of a descent or an ascent is right. */
export function descentReasons(target: DescentTarget): Reason[] {
  const { quantity, descend } = target
  const { method, word } = descend
  if (quantity === 'loss') return [room.wide(message('why.descent-loss'))]
  if (quantity === 'actual') return [room.wide(message('why.descent-actual'))]
  if (quantity === 'predicted') return [room.wide(predictedReason(target))]
  if (quantity.state !== null) return [room.wide(message('why.state', { state: quantity.state }))]
  const name = math(quantity.param)
  if (isPlain(target) && word === 'descend') {
    return [room.wide(message('why.descended', { name })), room.wide(message('why.descended-briefly'))]
  }
  const by = method.kind === 'plain' && !isPlain(target) ? 'pulled' : method.kind
  const said = { by, up: word === 'ascend' } as const
  return [
    room.wide(message('why.stepped', { name, ...said })),
    room.wide(message('why.stepped-briefly', said)),
  ]
}

function predictedReason(target: DescentTarget): Message {
  if (!isPlain(target)) return message('why.foreseen')
  return message(target.descend.word === 'ascend' ? 'why.ascent-predicted' : 'why.descent-predicted')
}

function isPlain({ descend: { method, clip, decay } }: DescentTarget): boolean {
  return method.kind === 'plain' && clip === null && decay === null
}
