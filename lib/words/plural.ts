const rules = new Intl.PluralRules('en')

/** `1 cell`, `3 cells`: the count with the form that English has for it. */
export function counted(count: number, one: string, other: string): string {
  return `${count} ${form(count, one, other)}`
}

/** The form alone: `is`, `are`. */
export function form(count: number, one: string, other: string): string {
  return rules.select(count) === 'one' ? one : other
}
