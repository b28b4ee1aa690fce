/** A name with its numbers or its formula behind `=`, or with its shape alone behind `:`, as MathML. */
export interface CardLine {
  readonly name: string
  readonly mathml: string
  readonly sign: '=' | ':'
  readonly is: string
}

/** An exercise as it is put into the text of the lesson: what it gives and what it asks first. No answer is in it. */
export interface ExerciseCard {
  readonly slug: string
  readonly title: string
  readonly minutes: number
  readonly lines: readonly CardLine[]
  /** The first of what is asked, as MathML. */
  readonly finds: readonly { readonly id: string; readonly mathml: string }[]
  /** How many steps follow them. */
  readonly more: number
}
