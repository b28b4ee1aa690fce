import type { Timed } from './contest'

export interface Row {
  readonly what: string
  readonly unit: 'a second' | 'ms'
  /** Null where this build cannot do it. */
  readonly timed: readonly Timed[] | null
}

/** Three significant digits of what the unit says. */
function figure({ unit }: Row, { milliseconds }: Timed): number {
  return Number((unit === 'ms' ? milliseconds : 1000 / milliseconds).toPrecision(3))
}

/** How many times the floor's time it takes. */
function timesTheFloor({ timed }: Row, { milliseconds }: Timed): number | null {
  const floor = timed?.find(({ name }) => name === 'floor')
  return floor === undefined ? null : Number((milliseconds / floor.milliseconds).toPrecision(2))
}

export function asJson(rows: readonly Row[], about: Readonly<Record<string, unknown>>): string {
  const results = rows.map(row => ({
    what: row.what,
    unit: row.unit,
    contestants: (row.timed ?? []).map(timed => ({
      name: timed.name,
      value: figure(row, timed),
      timesTheFloor: timesTheFloor(row, timed),
      note: timed.note,
    })),
  }))
  return JSON.stringify({ ...about, results }, null, 2)
}

/** A line for each work, a column for each contestant, and below what each of them does. */
export function asTable(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap(({ timed }) => (timed ?? []).map(({ name }) => name)))]
  const head = ['', ...names]
  const body = rows.map(row => [
    `${row.what} (${row.unit})`,
    ...names.map(name => {
      const timed = row.timed?.find(one => one.name === name)
      if (timed === undefined) return row.timed === null ? 'not read' : ''
      const times = timesTheFloor(row, timed)
      const value = figure(row, timed).toLocaleString('en')
      return times === null || name === 'floor' ? value : `${value} (${times}x)`
    }),
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...body].map(cells => cells[column]!.length)))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd()
  const notes = new Set(
    rows.flatMap(({ timed }) =>
      (timed ?? []).flatMap(({ name, note }) => (note ? [`${name}: ${note}`] : [])),
    ),
  )
  return [...[head, ...body].map(line), '', 'In brackets: times the floor’s time.', ...notes].join('\n')
}
