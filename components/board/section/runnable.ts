/** A section of the lesson that a class can read. */
export interface RunnableSection {
  readonly slug: string
  /** With its number, if it has one. */
  readonly title: string
  /** How long reading it takes about. */
  readonly minutes: number
  /** The versions of its exercises, in the order of the text. */
  readonly versions: readonly string[]
}

/** What the class works on when it reads a section: what it has already, then what it lacks. */
export function withExercises(
  chosen: readonly { readonly version: string }[],
  { versions }: Pick<RunnableSection, 'versions'>,
): string[] {
  return [...new Set([...chosen.map(({ version }) => version), ...versions])]
}
