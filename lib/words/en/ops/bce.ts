import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { at } from './pieces'

type Bce = { p: Mathematics; y: Mathematics }

export const bce = {
  'bce.no-share': ({ index }: { index: readonly number[] }) =>
    text`bce takes probabilities between 0 and 1, and this is not one${at(index)} (logits go into bce_logits)`,
  'bce.value': ({ p, y }: Bce) =>
    text`the mean of -ln ${p} where ${y} is 1 and of -ln(1 - ${p}) where it is 0`,
  'bce.back': ({ p, y }: Bce) =>
    text`(${p} - ${y}) over ${p} (1 - ${p}), times what arrives, over the number of entries`,
} satisfies Subject
