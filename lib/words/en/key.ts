import type { Message, Subject } from '../argument'
import { grouped } from '../plural'
import { text } from '../text'

type Said = { said: Message }
type Reason = { reason: Message }

/** What goes wrong when the numbers of an exercise are drawn and computed. */
export const key = {
  'key.in-each-draw': ({ said, draws }: Said & { draws: number }, say) =>
    text`${say(said)} (in each of ${grouped(draws)} draws: nonzero or require can leave such numbers out)`,
  'key.no-more-draws': ({ said }: Said, say) => text`${say(said)} (more draws would be too much to compute)`,
  'key.too-much': ({ reason }: Reason, say) => text`too much to compute: ${say(reason)}`,
  'key.of-seed': ({ seed, said }: Said & { seed: number }, say) => text`seed ${seed}: ${say(said)}`,
  'key.at-place': ({ reason, line, column }: Reason & { line: number; column: number }, say) =>
    text`${say(reason)} (line ${line}, column ${column})`,
  'key.after-nudge': ({ reason }: Reason, say) => text`after the nudge: ${say(reason)}`,
  'key.after-round': ({ reason, round }: Reason & { round: number }, say) =>
    text`after descent step ${round}: ${say(reason)}`,
  'key.after-ascent': ({ reason, round }: Reason & { round: number }, say) =>
    text`after ascent step ${round}: ${say(reason)}`,
  'key.after-update': ({ reason, round }: Reason & { round: number }, say) =>
    text`in round ${round} of the update: ${say(reason)}`,
  'key.step-over-zero': () => 'the step divides by 0: eps E after the method keeps the divisor above 0',
} satisfies Subject
