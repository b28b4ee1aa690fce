/** What a step is called inside a sentence, as marked text: the quantity that it asks, or its title. */
export function nameOfStep({
  name,
  title,
}: {
  readonly name?: string | undefined
  readonly title: string
}): string {
  return name ?? title
}

/** Its title where it begins a line of its own. The name of a parameter keeps its case: `w after one descent step`. */
export function headingOfStep({
  title,
  family,
}: {
  readonly title: string
  readonly family?: { readonly member: string } | undefined
}): string {
  return family?.member === 'param' ? title : title.slice(0, 1).toUpperCase() + title.slice(1)
}
