const rules = new Intl.PluralRules('en')
const figures = new Intl.NumberFormat('en')

/** `10,000`. */
export function grouped(count: number): string {
  return figures.format(count)
}

/** `1 cell`, `3 cells`: the count with the form that English has for it. */
export function counted(count: number, one: string, other: string): string {
  return `${grouped(count)} ${form(count, one, other)}`
}

/** The form alone: `is`, `are`. */
export function form(count: number, one: string, other: string): string {
  return rules.select(count) === 'one' ? one : other
}
