import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

type Logits = { z: Mathematics; y: Mathematics }

export const bce_logits = {
  'bce-logits.value': ({ z, y }: Logits) =>
    text`the mean of ln(1 + e^${z}) - ${y} ${z}, which is the binary cross-entropy of the sigmoid of ${z}`,
  'bce-logits.back': ({ z, y }: Logits) =>
    text`the sigmoid of ${z} less ${y}, times what arrives, over the number of entries`,
} satisfies Subject
