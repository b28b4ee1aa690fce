import { type Asked, type Form, forms } from './number'

/** A place in the text that the engine fills in. */
export type Placeholder =
  | ({ readonly kind: 'number'; readonly of: string } & Asked)
  /** A small whole number that belongs to a formula itself, as the 2 of a doubled residual does. */
  | { readonly kind: 'constant'; readonly text: string }

/** `{{full-small-network.dL/dW1}}`, `{{full-small-network.z as row}}`, `{{2}}`. */
const pattern = /\{\{(?:(\d+)|([a-z][a-z0-9-]*)\.(\S+?)(?: as ([a-z]+))?)\}\}/g

/** The text with each placeholder replaced by what `write` makes of it. */
export function fill(source: string, write: (placeholder: Placeholder) => string): string {
  return source.replace(
    pattern,
    (whole: string, constant?: string, of?: string, target?: string, form?: string) => {
      if (constant !== undefined) return write({ kind: 'constant', text: constant })
      const known = form === undefined ? null : formOf(form)
      if (of === undefined || target === undefined || known === undefined) return whole
      return write({ kind: 'number', of, target, form: known })
    },
  )
}

function formOf(word: string): Form | undefined {
  return forms.find(form => form === word)
}
