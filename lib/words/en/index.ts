import { key } from './key'
import { verbatim } from './verbatim'

/** The sentences by subject. */
export const subjects = { key, verbatim }

/** Every English sentence, by its id. A test holds that no id stands in two subjects. */
export const english = {
  ...key,
  ...verbatim,
}

export type English = typeof english
