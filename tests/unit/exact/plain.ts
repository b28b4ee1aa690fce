import { isElement, type Scalar, type TranscendentalField, transcendentalDuals } from '@/lib/exact/atoms'
import { type Rational, rationals } from '@/lib/exact/rational'

/** A value that a test knows to be rational. */
export function plain(value: Scalar): Rational {
  if (isElement(value)) throw new Error('a value beyond the rationals')
  return value
}

function beyond(): never {
  throw new Error('a function that leads beyond the rationals')
}

/** The rationals alone, for networks that stay within them: an oracle without atoms. */
export const rationalField: TranscendentalField<Rational> = {
  ...rationals,
  exp: beyond,
  log: beyond,
  sqrt: beyond,
  pi: beyond,
  sin: beyond,
  cos: beyond,
  erf: beyond,
}

export const rationalDuals = transcendentalDuals(rationalField)
