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
    id: 'chain-rule',
    title: 'Chain rule and paths',
    rungs: [
      { number: 1, slug: 'gradient-vector', minutes: 3, level: 1 },
      { number: 2, slug: 'nudged', minutes: 4, level: 1 },
      { number: 3, slug: 'links-of-a-chain', minutes: 5, level: 1 },
      { number: 4, slug: 'chain-of-three', minutes: 5, level: 1 },
      { number: 5, slug: 'two-partials', minutes: 4, level: 1 },
      { number: 6, slug: 'terms-of-each-path', minutes: 6, level: 2 },
      { number: 7, slug: 'product-of-two', minutes: 6, level: 2 },
      { number: 8, slug: 'three-paths', minutes: 7, level: 2 },
      { number: 9, slug: 'max-node', minutes: 3, level: 1 },
    ],
  },
  {
    id: 'matrix-multiplication',
    title: 'Matrix multiplication',
    rungs: [
      {
        number: 10,
        slug: 'reading-off-partials',
        minutes: 4,
        level: 1,
        undrawn: 'it asks for symbols, which hold for all numbers',
      },
      { number: 11, slug: 'one-entry', minutes: 4, level: 1 },
      { number: 12, slug: 'matrix-multiplication', minutes: 6, level: 2 },
      { number: 13, slug: 'shapes-first', minutes: 8, level: 2 },
      { number: 14, slug: 'column-layer', minutes: 6, level: 2 },
      { number: 15, slug: 'row-layer', minutes: 6, level: 2 },
      { number: 16, slug: 'three-in-a-row', minutes: 9, level: 3 },
      { number: 17, slug: 'bias-over-examples', minutes: 6, level: 2 },
    ],
  },
  {
    id: 'relu-and-loss',
    title: 'ReLU and the loss',
    rungs: [
      { number: 18, slug: 'relu-mask', minutes: 3, level: 1 },
      { number: 19, slug: 'squared-loss', minutes: 3, level: 1 },
      { number: 20, slug: 'mean-against-sum', minutes: 4, level: 1 },
    ],
  },
  {
    id: 'small-network',
    title: 'The full small network',
    rungs: [
      { number: 21, slug: 'forward', minutes: 4, level: 1 },
      { number: 22, slug: 'backward', minutes: 5, level: 2 },
      { number: 23, slug: 'first-layer', minutes: 5, level: 2 },
      { number: 24, slug: 'equal-nudges', minutes: 12, level: 3 },
      { number: 25, slug: 'rising-nudges', minutes: 12, level: 3 },
      { number: 26, slug: 'one-step', minutes: 14, level: 3 },
      { number: null, slug: 'full-small-network', minutes: 30, level: 3 },
      { number: 27, slug: 'too-big-a-step', minutes: 14, level: 3 },
      { number: 28, slug: 'batch-of-two', minutes: 14, level: 3 },
      {
        number: 29,
        slug: 'two-hidden-layers',
        minutes: 14,
        level: 3,
        untold: 'two neurons in a layer are too few to tell all mistakes at their gates apart',
      },
      {
        number: 30,
        slug: 'second-step',
        minutes: 20,
        level: 3,
        untold: 'four decimals are accepted, and a mistake of the second step may lie within them',
      },
    ],
  },
  {
    id: 'sharing',
    title: 'Sharing',
    rungs: [
      { number: 31, slug: 'weight-used-twice', minutes: 5, level: 2 },
      { number: 32, slug: 'two-time-steps', minutes: 7, level: 2 },
      { number: 33, slug: 'residual', minutes: 5, level: 2 },
      { number: 34, slug: 'split-and-concat', minutes: 6, level: 2 },
    ],
  },
  {
    id: 'curves-and-shares',
    title: 'Curves and shares',
    rungs: [
      { number: 35, slug: 'sigmoid-at-a-logarithm', minutes: 3, level: 1 },
      { number: 36, slug: 'sigmoid-at-one', minutes: 3, level: 1 },
      { number: 37, slug: 'tanh-at-a-logarithm', minutes: 3, level: 1 },
      {
        number: 38,
        slug: 'binary-cross-entropy',
        minutes: 5,
        level: 2,
        untold:
          'a label of 0 or 1 switches one of the two terms of the loss off, so that forgetting that term, or the 0, does not show',
      },
      { number: 39, slug: 'shares-and-their-slopes', minutes: 8, level: 2 },
      { number: 40, slug: 'softmax-and-cross-entropy', minutes: 5, level: 2 },
      { number: 41, slug: 'softmax-and-squared-error', minutes: 8, level: 3 },
    ],
  },
  {
    id: 'layers',
    title: 'Layers of other kinds',
    rungs: [
      { number: 42, slug: 'dropout', minutes: 6, level: 2 },
      { number: 43, slug: 'layer-norm', minutes: 8, level: 3 },
      { number: 44, slug: 'layer-norm-of-three', minutes: 8, level: 3 },
      { number: 45, slug: 'convolution', minutes: 6, level: 2 },
      { number: 46, slug: 'embedding', minutes: 4, level: 1 },
      { number: 47, slug: 'attention-head', minutes: 12, level: 3 },
      { number: 48, slug: 'attention-with-e', minutes: 10, level: 3 },
    ],
  },
  {
    id: 'reading',
    title: "Reading others' work",
    rungs: [
      { number: 49, slug: 'mistake-in-a-network', minutes: 8, level: 2 },
      { number: 50, slug: 'mistake-in-a-product', minutes: 6, level: 2 },
      { number: 51, slug: 'mistake-in-a-recurrence', minutes: 6, level: 2 },
      { number: 52, slug: 'mistake-in-a-classifier', minutes: 6, level: 2 },
    ],
  },
  {
    id: 'circuits-and-formulas',
    title: 'Circuits and formulas',
    rungs: [
      { number: 53, slug: 'circuit', minutes: 5, level: 1 },
      { number: 54, slug: 'shares-minus-truth', minutes: 6, level: 2 },
      { number: 55, slug: 'jacobian', minutes: 6, level: 2 },
      {
        number: 56,
        slug: 'counting',
        minutes: 3,
        level: 1,
        undrawn: 'sizes are not drawn, and there is nothing else in it',
      },
      { number: 57, slug: 'leaky-relu', minutes: 3, level: 1 },
      { number: 58, slug: 'sine-and-cosine', minutes: 4, level: 2 },
    ],
  },
  {
    id: 'pictures-and-sequences',
    title: 'Pictures and sequences',
    rungs: [
      { number: 59, slug: 'convolution-in-two-dimensions', minutes: 8, level: 2 },
      { number: 60, slug: 'largest-of-a-window', minutes: 4, level: 1 },
      { number: 61, slug: 'mean-of-a-window', minutes: 3, level: 1 },
      { number: 62, slug: 'batch-norm', minutes: 10, level: 3 },
      { number: 63, slug: 'causal-attention', minutes: 10, level: 3 },
      { number: 64, slug: 'lstm-cell', minutes: 12, level: 3 },
    ],
  },
  {
    id: 'optimisers',
    title: 'Better steps downhill',
    rungs: [
      { number: 65, slug: 'momentum', minutes: 6, level: 2 },
      { number: 66, slug: 'adam', minutes: 10, level: 3 },
      { number: 67, slug: 'weight-decay', minutes: 6, level: 2 },
      { number: 68, slug: 'gradient-clipping', minutes: 5, level: 2 },
      { number: 69, slug: 'mistake-in-a-descent', minutes: 5, level: 2 },
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
