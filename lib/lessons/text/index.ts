/** A section of the lesson's text. Its words stand in a file beside this one. */
export interface TextSection {
  readonly slug: string
  readonly file: string
  /** Its number among the sections that everybody reads; null of the further ones. */
  readonly number: number | null
  /** How long reading it takes about; each of its exercises says how long it takes. */
  readonly minutes: number
}

type Row = readonly [slug: string, minutes: number]

/** From one partial derivative to any network, in the order of reading. */
const main: readonly Row[] = [
  ['partial-derivative', 10],
  ['one-chain', 10],
  ['several-paths', 12],
  ['matrix-product', 12],
  ['product-gradients', 18],
  ['small-network', 12],
  ['backwards', 20],
  ['nudge-everything', 12],
  ['one-step-downhill', 12],
  ['any-network', 10],
]

/** What follows, each on its own. */
const further: readonly Row[] = [
  ['batches', 8],
  ['two-hidden-layers', 8],
  ['sharing', 8],
  ['sigmoid-softmax', 12],
  ['normalisation', 10],
  ['convolution-pooling', 10],
  ['embeddings', 6],
  ['attention', 12],
  ['momentum-adam', 10],
]

/** All sections in their order; files are numbered through. */
export const textSections: readonly TextSection[] = [...main, ...further].map(([slug, minutes], at) => ({
  slug,
  minutes,
  number: at < main.length ? at + 1 : null,
  file: `${String(at + 1).padStart(2, '0')}-${slug}.md`,
}))
