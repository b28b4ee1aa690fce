import { verbatim } from './verbatim'

/** The sentences by subject. */
export const subjects = { verbatim }

/** Every English sentence, by its id. A test holds that no id stands in two subjects. */
export const english = {
  ...verbatim,
}

export type English = typeof english
