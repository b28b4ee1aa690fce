import type { ComponentProps, ReactNode } from 'react'
import type { Judged } from '@/lib/client/desk-view'
import type { Vocabulary } from '@/lib/language/answer/vocabulary'
import type { PublicStep } from '@/lib/protocol/exercise'
import type { StepState } from '@/lib/protocol/step-state'
import type { Solution } from './step-asides'
import type { StepPace } from './step-pace'

/** What a page knows of one step and can do with it, whether it is shown as a card or on a picture. */
export interface StepCardProps {
  step: PublicStep
  /** What cells may name besides numbers. */
  vocabulary: Vocabulary
  /** Its place among the steps, counted from 1. */
  place: number
  of: number
  open: boolean
  state: StepState
  cells: readonly string[]
  judged: Judged | null
  /** An answer of this step is on its way. */
  sending: boolean
  connected: boolean
  /** Counted answers so far. */
  attempts: number
  /** Whether its verdict is the last one that came on this page. */
  lately: boolean
  /** Why the last answer was not taken. */
  told: string | null
  /** Whether a person opened it, so that it takes the focus. */
  takeFocus: boolean
  pace: StepPace
  /** The lines that it is about. */
  lines?: ReactNode
  onToggle: () => void
  onChange: (cells: readonly string[]) => void
  /** Absent in a preview. */
  onCheck?: () => void
  /** Asks for a hint; resolves to why there is none, or null. */
  onHint?: () => Promise<string | null>
  /** Asks for the worked solution of a step that was revealed. */
  onHow?: ComponentProps<typeof Solution>['how']
  /** Without a teacher: who or what showed the solution, in words. */
  shownBy?: string
  /** Without a teacher: what is right may be compared with how it is worked out. */
  howWhenRight?: boolean
  /** Without a teacher: shows the solution of a step that is not right yet; resolves to why it does not, or null. */
  onGiveUp?: () => Promise<string | null>
  /** Shows the network, where it does not stand beside the steps. */
  onPicture?: (() => void) | undefined
}
