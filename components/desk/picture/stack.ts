/** Something that stands in a column: a box, or the gap through which a long arrow passes. Sizes in em. */
export interface Item {
  readonly id: string
  readonly layer: number
  readonly width: number
  readonly height: number
  /** Room above and below, for its name and its shape. */
  readonly above: number
  readonly below: number
  /** Hangs below the others of its column, which keep the middle: gradients of weights below the main way. */
  readonly hanging?: boolean
}

export interface Link {
  readonly from: string
  readonly to: string
}

export interface Placed extends Item {
  /** Centre, with the middle of the picture's part at y = 0. */
  readonly y: number
}

const between = 0.9

/**
 * Heights in layered columns: items that are linked come near each other (barycentres, swept both ways), and a column of
 * one is centred, so that a chain is a straight line.
 */
export function stackColumns(items: readonly Item[], links: readonly Link[]): readonly Placed[] {
  const columns = new Map<number, Item[]>()
  for (const item of items) columns.set(item.layer, [...(columns.get(item.layer) ?? []), item])
  const order = [...columns.keys()].sort((a, b) => a - b)
  let placed = new Map<string, Placed>()
  for (const layer of order) for (const item of stacked(columns.get(layer) ?? [])) placed.set(item.id, item)

  for (const sweep of [order, [...order].reverse(), order, [...order].reverse()]) {
    for (const layer of sweep) {
      const column = columns.get(layer) ?? []
      const wish = new Map(
        column.map((item, place) => [item.id, wished(item.id, links, placed) ?? place * 1e-6]),
      )
      column.sort((a, b) => (wish.get(a.id) ?? 0) - (wish.get(b.id) ?? 0))
      placed = new Map(placed)
      for (const item of stacked(column)) placed.set(item.id, item)
    }
  }
  return items.flatMap(item => placed.get(item.id) ?? [])
}

function wished(id: string, links: readonly Link[], placed: ReadonlyMap<string, Placed>): number | null {
  const heights = links.flatMap(({ from, to }) => {
    const other = from === id ? to : to === id ? from : null
    return other === null ? [] : (placed.get(other)?.y ?? [])
  })
  return heights.length === 0 ? null : heights.reduce((sum, y) => sum + y, 0) / heights.length
}

/** One column from top to bottom. What does not hang is centred at y = 0; a single item by its box, not its name. */
function stacked(column: readonly Item[]): readonly Placed[] {
  const standing = column.filter(item => !item.hanging)
  const hanging = column.filter(item => item.hanging)
  if (standing.length === 0) standing.push(...hanging.splice(0, 1))
  const full = standing.reduce((sum, item) => sum + heightOf(item), between * (standing.length - 1))
  const [only] = standing
  let top = standing.length === 1 && only ? -only.above - only.height / 2 : -full / 2
  return [...standing, ...hanging].map(item => {
    const y = top + item.above + item.height / 2
    top += heightOf(item) + between
    return { ...item, y }
  })
}

function heightOf({ above, height, below }: Item): number {
  return above + height + below
}
