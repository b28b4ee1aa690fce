import type { BoardState } from './board-state'

/** Everything that the board's page shows. Replaced whole with every change. */
export interface BoardView {
  readonly phase: 'loading' | 'open' | 'ended'
  /** Why the board ended, or could not be opened. */
  readonly ended: string | null
  /** Whether changes are coming in now. */
  readonly connected: boolean
  /** This page cannot read what the server says, or is refused for its age: it has to be loaded again. */
  readonly outdated: boolean
  /** The last state that is known; it stays while the connection is lost. */
  readonly board: BoardState | null
}

export const emptyBoardView: BoardView = {
  phase: 'loading',
  ended: null,
  connected: false,
  outdated: false,
  board: null,
}
