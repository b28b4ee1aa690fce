/** What an item says; with `{line}`, `{nth}` and `{all}` in it, because a page of the text has no translator in the browser. */
export type OrderWords = Readonly<Record<OrderWord, string>>

export const orderWords = [
  'opening',
  'pool',
  'placed',
  'nothing',
  'none',
  'takeLine',
  'up',
  'down',
  'out',
  'isAt',
  'isOut',
  'check',
  'fresh',
] as const

export type OrderWord = (typeof orderWords)[number]

/** A sentence with its pieces put in. */
export function filledIn(sentence: string, pieces: Readonly<Record<string, string | number>>): string {
  return Object.entries(pieces).reduce(
    (whole, [name, piece]) => whole.replace(`{${name}}`, () => String(piece)),
    sentence,
  )
}
