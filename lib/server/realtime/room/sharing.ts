/**
 * `variant` with every part that is the same in `base` taken from there, so that the variants of a class hold in memory only
 * what their numbers make different. Plain data in, the same data out.
 */
export function sharing<T>(base: T, variant: T): T {
  return shared(base, variant) as T
}

function shared(base: unknown, variant: unknown): unknown {
  if (base === variant) return base
  if (Array.isArray(base) && Array.isArray(variant)) {
    const items = variant.map((item, at) => shared(base[at], item))
    return items.length === base.length && items.every((item, at) => item === base[at]) ? base : items
  }
  if (!isRecord(base) || !isRecord(variant)) return variant
  const entries = Object.entries(variant).map(([name, value]) => [name, shared(base[name], value)] as const)
  const same =
    entries.length === Object.keys(base).length &&
    entries.every(([name, value]) => Object.hasOwn(base, name) && value === base[name])
  return same ? base : Object.fromEntries(entries)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
