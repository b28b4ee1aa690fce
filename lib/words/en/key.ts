import type { Message, Subject } from '../argument'
import { grouped } from '../plural'
import { text } from '../text'

/** What goes wrong when the numbers of an exercise are drawn and computed. */
export const key = {
  'key.in-each-draw': ({ said, draws }: { said: Message; draws: number }, say) =>
    text`${say(said)} (in each of ${grouped(draws)} draws: nonzero or require can leave such numbers out)`,
  'key.no-more-draws': ({ said }: { said: Message }, say) =>
    text`${say(said)} (more draws would be too much to compute)`,
  'key.too-much': ({ reason }: { reason: Message }, say) => text`too much to compute: ${say(reason)}`,
  'key.of-seed': ({ seed, said }: { seed: number; said: Message }, say) => text`seed ${seed}: ${say(said)}`,
} satisfies Subject
