/** The built-in exercises, in the order in which a class would work them. The files lie beside this one. */
export interface BuiltIn {
  readonly slug: string
  readonly file: string
  /** Counts from 1. */
  readonly order: number
}

const slugs = ['matrix-multiplication', 'relu-mask', 'full-small-network'] as const

export const builtIn: readonly BuiltIn[] = slugs.map((slug, nth) => ({
  slug,
  file: `${slug}.chalk`,
  order: nth + 1,
}))
