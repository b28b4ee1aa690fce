/** A place in the class grid, counted from 0: row of a student, column of a step. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

/** The column of the students' names, before those of the steps. */
export const nameColumn = -1

/** Where a key leads, or null where the grid does not use the key. `page` is the number of rows in sight. */
export function moveBy(
  key: string,
  ctrl: boolean,
  from: GridPlace,
  rows: number,
  columns: number,
  page: number,
): GridPlace | null {
  const to = target(key, ctrl, from, rows, columns, page)
  if (!to) return null
  return { row: clamp(to.row, rows), column: Math.max(nameColumn, Math.min(columns - 1, to.column)) }
}

function target(
  key: string,
  ctrl: boolean,
  { row, column }: GridPlace,
  rows: number,
  columns: number,
  page: number,
): GridPlace | null {
  switch (key) {
    case 'ArrowUp':
      return { row: ctrl ? 0 : row - 1, column }
    case 'ArrowDown':
      return { row: ctrl ? rows - 1 : row + 1, column }
    case 'ArrowLeft':
      return { row, column: ctrl ? nameColumn : column - 1 }
    case 'ArrowRight':
      return { row, column: ctrl ? columns - 1 : column + 1 }
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrl ? rows - 1 : row, column: columns - 1 }
    case 'PageUp':
      return { row: row - page, column }
    case 'PageDown':
      return { row: row + page, column }
    default:
      return null
  }
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index))
}

export interface Window {
  readonly start: number
  readonly end: number
}

/** Up to this many rows all are in the page, where the browser's own search finds every name. */
const allUpTo = 120
const beyond = 20

/** Which rows to draw of a list that is scrolled by `top` pixels and shows `height` of them. */
export function rowsInSight(rows: number, rowHeight: number, top: number, height: number): Window {
  if (rows <= allUpTo) return { start: 0, end: rows }
  // An even number, so that the shading of every second row does not move.
  const first = Math.max(0, Math.floor(top / rowHeight) - beyond)
  const start = Math.min(first - (first % 2), Math.max(0, rows - 1))
  return { start, end: Math.min(rows, Math.ceil((top + height) / rowHeight) + beyond) }
}

/** The height of a row in pixels: as much as fits, between what can be read and what looks orderly. */
export function rowHeightFor(rows: number, height: number): number {
  if (rows === 0 || height <= 0) return 34
  return Math.max(21, Math.min(34, Math.floor(height / rows)))
}
