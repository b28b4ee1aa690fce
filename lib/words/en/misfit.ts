import type { Mathematics, Message, Subject } from '../argument'
import { grouped } from '../plural'
import { shapeInWords, shapeOf } from '../shape'
import { listed, text, whole } from '../text'

type Shape = readonly number[]
type Two = { name: Mathematics; own: Shape; found: Shape }

/** Why the shapes of an exercise file do not go together. */
export const misfit = {
  /** What goes into an op, as the file has it (null where that is too long to quote), and its shapes. */
  'misfit.inputs': (
    {
      quotes,
      shapes,
      reason,
    }: { quotes: readonly (Mathematics | string | null)[]; shapes: readonly Shape[]; reason: Message },
    say,
  ) => {
    const sides = quotes.length === 1 ? ['this'] : ['the left side', 'the right side']
    const inputs = quotes.map((quote, nth) =>
      whole(text`${quote ?? sides[nth] ?? `input ${nth + 1}`} is ${shapeInWords(shapes[nth] ?? [])}`),
    )
    return text`${listed(inputs)}: ${say(reason)}`
  },
  'misfit.too-many-axes': ({ axes, most }: { axes: number; most: number }) =>
    text`this has ${axes} axes, the limit is ${most}`,
  'misfit.too-many-entries': ({ shape, entries, most }: { shape: Shape; entries: number; most: number }) =>
    text`this is ${shapeOf(shape)}: ${grouped(entries)} entries, the limit is ${grouped(most)}`,
  'misfit.loss': ({ name, shape }: { name: Mathematics; shape: Shape }) =>
    text`a loss is one number (a scalar or 1x1), and ${name} is ${shapeOf(shape)}: sum(…) or mean(…) makes one number of it`,
  'misfit.upstream': ({ name, own, found }: Two) =>
    text`${name} is ${shapeInWords(own)} and this gradient is ${shapeInWords(found)}: a gradient has its node's own shape`,
  'misfit.update': ({ name, own, found }: Two) =>
    text`${name} is ${shapeInWords(own)} and its new value is ${shapeInWords(found)}: an update keeps the shape`,
  'misfit.index': ({ name, shape, reason }: { name: Mathematics; shape: Shape; reason: Message }, say) =>
    text`${name} is ${shapeInWords(shape)}: ${say(reason)}`,
} satisfies Subject
