/** States of a grid that Ctrl+Z goes back to. */
export interface Edits {
  readonly past: readonly (readonly string[])[]
  readonly future: readonly (readonly string[])[]
  /** The cell in which the newest step of the edits is still being typed; null after any other change. */
  readonly typing: number | null
}

export const noEdits: Edits = { past: [], future: [], typing: null }

const longest = 200

/** Remembers the cells as they were before a change. Typing on in one cell is one step. */
export function remember(edits: Edits, before: readonly string[], cell: number | null): Edits {
  if (cell !== null && edits.typing === cell) return { ...edits, future: [] }
  return { past: [...edits.past, before].slice(-longest), future: [], typing: cell }
}

export interface Step {
  readonly edits: Edits
  readonly cells: readonly string[]
}

export function undo(edits: Edits, now: readonly string[]): Step | null {
  const before = edits.past.at(-1)
  if (!before) return null
  return {
    cells: before,
    edits: { past: edits.past.slice(0, -1), future: [now, ...edits.future], typing: null },
  }
}

export function redo(edits: Edits, now: readonly string[]): Step | null {
  const [after, ...future] = edits.future
  return after ? { cells: after, edits: { past: [...edits.past, now], future, typing: null } } : null
}
