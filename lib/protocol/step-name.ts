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
