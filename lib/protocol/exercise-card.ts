/** An exercise as it is put into the text of the lesson: what it gives and what it asks first. No answer is in it. */
export interface ExerciseCard {
  readonly slug: string
  readonly title: string
  readonly minutes: number
  /** Each name with its numbers or its formula, as MathML. */
  readonly lines: readonly { readonly name: string; readonly mathml: string; readonly is: string }[]
  /** The first of what is asked, as MathML. */
  readonly finds: readonly { readonly id: string; readonly mathml: string }[]
  /** How many steps follow them. */
  readonly more: number
}
