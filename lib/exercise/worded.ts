import type { Message } from '@/lib/words/argument'

/** How a step is headed and what is said above its cells. Nothing here comes from an answer. */
export interface Wording {
  /** The target, typeset: the inside of a `<math>` element. */
  readonly mathml: string
  readonly title: Message
  /** What it is called inside a sentence, its quantity as mathematics. */
  readonly name: Message
  readonly remarks: readonly Message[]
  /** The node asked about, for the picture; null of what moves parameters. */
  readonly node: string | null
  /** What a step that moves parameters is called in place of its formula, its names as mathematics. */
  readonly phrase?: Message
  readonly family?: Family
}

/** A step among those that one statement of the file makes together. */
interface Family {
  readonly name: Message
  readonly member: 'predicted' | 'actual' | 'loss' | 'param'
  readonly called: Message
  /** The inside of a `<math>` element, where it is a quantity. */
  readonly mathml: string | null
}

type Mark =
  `step-marks.${'shape-of' | 'formula-for' | 'entries-of' | 'parameters' | 'predicted' | 'actual' | 'new'}`
/** A word inside of mathematics, as MathML, with the space after it. */
export type Word = (id: Mark, space?: string) => string
