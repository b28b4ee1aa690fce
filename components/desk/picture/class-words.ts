import type { ClassStanding } from '@/lib/protocol/projector'

export type Begun = 'right' | 'follows' | 'wrong' | 'working' | 'revealed'

/** The four places of a box, row by row. Nobody works at a step that was revealed. */
export function counted(standing: ClassStanding): readonly (readonly [Begun, number])[] {
  const { right, follows, wrong, working, revealed } = standing
  return [
    ['right', right],
    ['follows', follows],
    ['wrong', wrong],
    revealed > 0 ? ['revealed', revealed] : ['working', working],
  ]
}

/** The most frequent state of those who have begun; null before a third of the class has. */
export function leading(standing: ClassStanding): Begun | null {
  const order: readonly Begun[] = ['right', 'follows', 'wrong', 'revealed', 'working']
  const begun = order.reduce((sum, state) => sum + standing[state], 0)
  if (begun === 0 || 3 * begun < standing.of) return null
  return order.reduce((best, state) => (standing[state] > standing[best] ? state : best))
}

const words: Record<Begun, string> = {
  right: 'right',
  follows: 'following from an earlier answer',
  wrong: 'not right yet',
  working: 'at work',
  revealed: 'revealed',
}

/** `12 right, 3 not right yet, 9 not begun` */
export function standingInWords(standing: ClassStanding, percent: boolean): string {
  const unit = percent ? ' %' : ''
  const parts = counted(standing).flatMap(([state, count]) =>
    count > 0 ? [`${count}${unit} ${words[state]}`] : [],
  )
  const begun = counted(standing).reduce((sum, [, count]) => sum + count, 0)
  const rest = Math.max(0, standing.of - begun)
  return [...parts, ...(rest > 0 ? [`${rest}${unit} not begun`] : [])].join(', ')
}
