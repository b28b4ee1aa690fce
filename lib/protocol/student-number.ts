/** Characters of a student number, after folding. */
export const numberChars = 24

/**
 * Brings a typed student number to one spelling: NFKC, upper case, without spaces; null where it is not a student
 * number.
 */
export function readNumber(typed: string): string | null {
  if (typed.length > 4 * numberChars) return null
  const number = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
  return /^[A-Z0-9][A-Z0-9._/-]*$/.test(number) && number.length <= numberChars ? number : null
}

export const numberRule = `A student number has at most ${numberChars} letters and figures.`
