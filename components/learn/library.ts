/** A rung as pages show it. */
export interface ShownRung {
  readonly slug: string
  /** Null of an exercise that stands beside the numbered ones. */
  readonly number: number | null
  readonly title: string
  readonly minutes: number
}

export interface ShownSection {
  readonly id: string
  readonly title: string
  readonly rungs: readonly ShownRung[]
}

/** The slugs in the order of the lesson. */
export function orderOf(sections: readonly ShownSection[]): string[] {
  return sections.flatMap(({ rungs }) => rungs.map(({ slug }) => slug))
}

export function rungIn(sections: readonly ShownSection[], slug: string): ShownRung | undefined {
  return sections.flatMap(({ rungs }) => rungs).find(rung => rung.slug === slug)
}
