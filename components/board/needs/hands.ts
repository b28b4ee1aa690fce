import type { BoardStudent } from '@/lib/protocol/board'

export type Raised = BoardStudent & { readonly hand: NonNullable<BoardStudent['hand']> }

/** Students whose hand is up, in the order in which the hands went up. */
export function raisedHands(students: Iterable<BoardStudent>): Raised[] {
  return [...students]
    .filter((student): student is Raised => student.hand !== null)
    .sort((a, b) => a.hand.id - b.hand.id)
}

/** `just now`, `3 min`, `1 h`; a clock that is behind counts as now. */
export function waited(since: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - since) / 60_000))
  if (minutes < 1) return 'just now'
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`
}
