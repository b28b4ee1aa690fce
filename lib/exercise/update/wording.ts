import { mn, mo, mrow, msup, nameMathml } from '@/lib/exact/mathml'
import { ofGradient } from '@/lib/language/syntax/update'
import { namesIn } from '@/lib/network'
import { type Mathematics, type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Target } from '../exercise'
import type { Word, Wording } from '../worded'

export function updateWording(
  { update, nth, round, line }: Extract<Target, { kind: 'update' }>,
  word: Word,
): Wording {
  const { name, source, expr } = line
  const own = nameMathml(name)
  const isOnce = update.rounds === 1
  const title = (called: string | Mathematics): Message =>
    message('step-titles.updated', { name: called, round: isOnce ? null : round })
  const phrase = title(math(name))
  const names = namesIn(expr)
  const isAlone = update.lines.length === 1
  const gradients = names.some(used => ofGradient(used) !== null)
  return {
    mathml: msup(own, mrow(mo('('), isOnce ? word('step-marks.new') : mn(String(round)), mo(')'))),
    title: title(name),
    name: phrase,
    remarks: [
      message('step-remarks.update', { rule: math(`${name} = ${source}`) }),
      ...(isAlone && isOnce ? [] : [message('step-remarks.latest-values', { round, gradients })]),
    ],
    node: null,
    phrase,
    family: {
      name: message('step-titles.update', { nth, round }),
      member: 'param',
      called: message('step-titles.param', { param: name }),
      mathml: own,
    },
  }
}
