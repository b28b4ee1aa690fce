import type { StepState } from '@/lib/protocol/step-state'
import { Icon, type IconName } from './icon'

/** The states of a step (docs/grading.md 4), each with a colour, a shape and a word, never by colour alone. */
export type State = StepState | 'invalid'

export interface StateLook {
  readonly icon: IconName
  readonly word: string
  /** Tailwind classes of the ink, of the ground, and of a border in the ink's hue. */
  readonly ink: string
  readonly ground: string
  readonly border: string
}

export const stateLooks: Record<State, StateLook> = {
  untouched: {
    icon: 'dot',
    word: 'not begun',
    ink: 'text-working',
    ground: 'bg-working-ground',
    border: 'border-line-2',
  },
  working: {
    icon: 'dot',
    word: 'begun',
    ink: 'text-working',
    ground: 'bg-working-ground',
    border: 'border-working',
  },
  received: {
    icon: 'sent',
    word: 'received',
    ink: 'text-working',
    ground: 'bg-working-ground',
    border: 'border-working',
  },
  wrong: {
    icon: 'cross',
    word: 'not yet',
    ink: 'text-wrong',
    ground: 'bg-wrong-ground',
    border: 'border-wrong',
  },
  follows: {
    icon: 'arrow',
    word: 'follows',
    ink: 'text-follows',
    ground: 'bg-follows-ground',
    border: 'border-follows',
  },
  right: {
    icon: 'tick',
    word: 'right',
    ink: 'text-right-ink',
    ground: 'bg-right-ground',
    border: 'border-right-ink',
  },
  revealed: {
    icon: 'eye',
    word: 'revealed',
    ink: 'text-revealed',
    ground: 'bg-revealed-ground',
    border: 'border-revealed',
  },
  answered: {
    icon: 'sent',
    word: 'handed in',
    ink: 'text-working',
    ground: 'bg-working-ground',
    border: 'border-working',
  },
  excused: {
    icon: 'tick',
    word: 'excused',
    ink: 'text-working',
    ground: 'bg-working-ground',
    border: 'border-working',
  },
  invalid: {
    icon: 'alert',
    word: 'unreadable',
    ink: 'text-wrong',
    ground: 'bg-sheet',
    border: 'border-wrong',
  },
}

/** Icon and word of a state; `quiet` leaves the word to screen readers. */
export function StatePill({ state, word, quiet = false }: { state: State; word?: string; quiet?: boolean }) {
  const look = stateLooks[state]
  return (
    <span
      className={`inline-flex min-h-[22px] items-center justify-center gap-1.5 rounded-full px-2.5 text-[0.8rem] font-semibold ${look.ground} ${look.ink}`}
    >
      <Icon name={look.icon} size={14} />
      <span className={quiet ? 'sr-only' : ''}>{word ?? look.word}</span>
    </span>
  )
}
