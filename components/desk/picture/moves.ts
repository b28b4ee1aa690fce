import type { DrawnBox } from './drawing'

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

export function isArrow(key: string): key is Arrow {
  return key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight'
}

/** The box to which an arrow key leads: the nearest one in that direction, where sideways distance counts double. */
export function neighbour(boxes: readonly DrawnBox[], from: DrawnBox, key: Arrow): DrawnBox | null {
  const [x, y] = centre(from)
  let best: { box: DrawnBox; cost: number } | null = null
  for (const box of boxes) {
    if (box.id === from.id) continue
    const [dx, dy] = [centre(box)[0] - x, centre(box)[1] - y]
    const along = { ArrowRight: dx, ArrowLeft: -dx, ArrowDown: dy, ArrowUp: -dy }[key]
    const aside = Math.abs(key === 'ArrowRight' || key === 'ArrowLeft' ? dy : dx)
    if (along <= 0.01 || (along < aside && box.pass === from.pass)) continue
    const cost = along + 2 * aside
    if (!best || cost < best.cost) best = { box, cost }
  }
  return best?.box ?? null
}

function centre(box: DrawnBox): readonly [number, number] {
  return [box.x + box.width / 2, box.y + box.height / 2]
}
