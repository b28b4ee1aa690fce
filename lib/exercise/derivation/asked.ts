import type { Target } from '../exercise'

/** The id of the quantity that a step of a nudge, a descent or an update asks for, from the step's own. */
export function askedOf(
  id: string,
  target: Extract<Target, { kind: 'nudge' | 'descend' | 'update' }>,
): string {
  const last = id.lastIndexOf('.')
  const leaf = `${id.slice(0, last)} ${id.slice(last + 1)}`
  if (target.kind === 'update') return leaf
  const { quantity } = target
  return typeof quantity !== 'string' && quantity.state === null ? leaf : id
}
