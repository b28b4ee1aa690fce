/** An exercise of the library. Its title stands in its file, `<section>/<slug>.chalk`. */
export interface Rung {
  /** Its number on the ladder; null of an exercise that stands beside the numbered ones. */
  readonly number: number | null
  /** Unique over all sections, and never changed: rows, addresses and learners' progress name it. */
  readonly slug: string
  /** For somebody who does it for the first time. */
  readonly minutes: number
  /** 1: one idea. 2: several steps that build on each other. 3: long, or beyond what the section says. */
  readonly level: 1 | 2 | 3
  /** Why it has no `.draws`, where it has none: what there would be to draw anew. */
  readonly undrawn?: string
  /** Why its fresh numbers cannot all tell the mistakes apart, where they cannot. */
  readonly untold?: string
}

export interface Section {
  /** Its folder. */
  readonly id: string
  readonly title: string
  readonly rungs: readonly Rung[]
}

/** The library in its order. It is data alone, and reads no file. */
export const sections: readonly Section[] = [
  {
    id: 'matrix-multiplication',
    title: 'Matrix multiplication',
    rungs: [
      { number: 12, slug: 'matrix-multiplication', minutes: 6, level: 2, undrawn: 'still to be written' },
    ],
  },
  {
    id: 'relu-and-loss',
    title: 'ReLU and the loss',
    rungs: [{ number: 18, slug: 'relu-mask', minutes: 3, level: 1, undrawn: 'still to be written' }],
  },
  {
    id: 'small-network',
    title: 'The full small network',
    rungs: [
      { number: null, slug: 'full-small-network', minutes: 30, level: 3, undrawn: 'still to be written' },
    ],
  },
]

/** A built-in exercise with where it stands. */
export interface BuiltIn extends Rung {
  readonly section: Section
  /** Its file, from this folder. */
  readonly file: string
  /** The file of its fresh numbers, which may not be there (`undrawn`). */
  readonly draws: string
  /** Its place among all, counted from 1. */
  readonly order: number
}

/** All built-in exercises in their order. */
export const builtIn: readonly BuiltIn[] = sections
  .flatMap(section => section.rungs.map(rung => ({ section, rung })))
  .map(({ section, rung }, nth) => ({
    ...rung,
    section,
    file: `${section.id}/${rung.slug}.chalk`,
    draws: `${section.id}/${rung.slug}.draws`,
    order: nth + 1,
  }))

const bySlug: ReadonlyMap<string, BuiltIn> = new Map(builtIn.map(one => [one.slug, one]))

/** The built-in exercise of this name; null where there is none. */
export function builtInOf(slug: string): BuiltIn | null {
  return bySlug.get(slug) ?? null
}

/** Things that belong to built-in exercises, by section, in the library's order; what belongs to none comes under null, last. */
export function bySection<T>(
  things: readonly T[],
  slugOf: (thing: T) => string | null,
): { readonly section: Section | null; readonly things: readonly T[] }[] {
  const sectionOf = (thing: T): Section | null => bySlug.get(slugOf(thing) ?? '')?.section ?? null
  return [...sections, null]
    .map(section => ({ section, things: things.filter(thing => sectionOf(thing) === section) }))
    .filter(group => group.things.length > 0)
}
