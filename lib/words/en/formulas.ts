import type { Mathematics, Message, Subject } from '../argument'
import { shapeInWords, shapeOf } from '../shape'
import { text } from '../text'

type Shape = readonly number[]

/** What is said of a typed matrix formula that is not checked; and why a file asks for one that is not known. */
export const formulas = {
  'formulas.misfit': () => 'The shapes in this formula do not fit together.',
  'formulas.other-shape': ({ asked }: { asked: Mathematics }) =>
    text`This formula does not have the shape of ${asked}.`,
  'formulas.shape-of': ({ typed, asked, shape }: { typed: Shape; asked: Mathematics; shape: Shape }) =>
    text`This formula is ${oneNumber(typed)}, and ${asked} is ${oneNumber(shape)}.`,
  'formulas.no-value': ({ reason }: { reason: Message }, say) =>
    text`This has no value to check: ${say(reason)}.`,
  'formulas.too-big': () => 'This is too big to check. Simplify it.',
  'formulas.unknown-function': ({ name }: { name: string }) => text`${name} is not known here.`,
  /** A clause by itself, as a sentence. */
  'formulas.clause': ({ reason }: { reason: Message }, say) => {
    const clause = say(reason).whole
    return `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}.`
  },
  'formulas.scalar-in-product': () => 'A number multiplies entry by entry: write * instead of @.',
  'formulas.turned-round': ({ left, right }: { left: Shape; right: Shape }) =>
    text`${shapeInWords(right)} times ${shapeInWords(left)} multiplies; ${shapeInWords(left)} times ${shapeInWords(right)} does not.`,
  'formulas.no-product': ({
    left,
    right,
    inner,
  }: {
    left: Shape
    right: Shape
    inner: readonly [number, number]
  }) =>
    text`${shapeInWords(left)} times ${shapeInWords(right)} does not multiply: ${inner[0]} and ${inner[1]} differ.`,

  'formulas.two-products': () =>
    'A product without a sign may be either of two here: write @ for matrices, * entry by entry.',
  'formulas.no-slope': ({ name }: { name: string }) =>
    text`${name}' is not read here: write the slope as a formula.`,

  /** Clauses: why no formula says what is sent back. */
  'formulas.none-moved': () => 'entries are only moved about, for which formulas have no sign',
  'formulas.none-picked': () =>
    'of several largest or smallest only the first counts, for which formulas have no sign',
  'formulas.none-kernel': () =>
    'the kernel is laid turned round or step by step, for which formulas have no sign',
  'formulas.none-windows': () => 'each window shares what arrives, for which formulas have no sign',
  'formulas.none-long': () => 'its slope is too long to be typed',
  'formulas.none-exponent': () => 'exponents in formulas are whole numbers',
  'formulas.none-attention': () => 'attention takes four steps at once: name its scores and shares first',
  'formulas.not-known-because': (
    { asked, op, reason }: { asked: Mathematics; op: string; reason: Message },
    say,
  ) => text`no formula is known for ${asked} (it goes through ${op}: ${say(reason)}): ask its value instead`,
  'formulas.not-known': ({ asked, ops }: { asked: Mathematics; ops: readonly string[] }) =>
    text`no formula is known for ${asked}${ops.length === 0 ? '' : ` (it goes through ${ops.join(', ')})`}: ask its value instead`,
  'formulas.too-large': ({ asked }: { asked: Mathematics }) =>
    text`too much to compute: a formula for ${asked} cannot be checked in shapes as large as these; in small ones it is the same`,
} satisfies Subject

function oneNumber(shape: Shape): string | Mathematics {
  return shape.length === 0 ? 'one number' : shapeOf(shape)
}
