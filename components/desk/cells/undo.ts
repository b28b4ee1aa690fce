/** States of a grid that Ctrl+Z goes back to. */
export interface History {
  readonly past: readonly (readonly string[])[]
  readonly future: readonly (readonly string[])[]
  /** The cell in which the newest step of the history is still being typed; null after any other change. */
  readonly typing: number | null
}

export const noHistory: History = { past: [], future: [], typing: null }

const longest = 200

/** Remembers the cells as they were before a change. Typing on in one cell is one step. */
export function remember(history: History, before: readonly string[], cell: number | null): History {
  if (cell !== null && history.typing === cell) return { ...history, future: [] }
  return { past: [...history.past, before].slice(-longest), future: [], typing: cell }
}

export interface Step {
  readonly history: History
  readonly cells: readonly string[]
}

export function undo(history: History, now: readonly string[]): Step | null {
  const before = history.past.at(-1)
  if (!before) return null
  return {
    cells: before,
    history: { past: history.past.slice(0, -1), future: [now, ...history.future], typing: null },
  }
}

export function redo(history: History, now: readonly string[]): Step | null {
  const [after, ...future] = history.future
  return after ? { cells: after, history: { past: [...history.past, now], future, typing: null } } : null
}
