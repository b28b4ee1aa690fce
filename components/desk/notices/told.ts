import type { ReactNode } from 'react'

/** One thing that a student is told, mostly something that the teacher did or said. */
export interface Told {
  /** Tells it from all others, also from the same thing at another time. */
  readonly id: string
  readonly testid: string
  /** `quiet`: it stands as long as it is so, below everything else. */
  readonly tone: 'plain' | 'chalk' | 'wrong' | 'quiet'
  /** When it was said, in Unix milliseconds. */
  readonly at?: number
  /** The teacher's own words, and not a sentence of the page. */
  readonly said?: boolean
  /** What happened, and who did it. */
  readonly line: ReactNode
  /** What else there is to know. Of a folded notice it is seen as far as there is room. */
  readonly more?: ReactNode
  /** There is more to do with it than a folded line shows. */
  readonly folds?: true
  /** What can be done about it. */
  readonly act?: ReactNode
  readonly dismiss?: { readonly label: string; readonly testid: string; readonly onPress: () => void }
}
