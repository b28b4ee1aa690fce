/**
 * Letters of other scripts that look like Latin ones, in lower case, and signs that look like others, after Unicode's
 * confusables (UTS 39). Similar letters and figures of one script (l and 1, o and 0) stay different, because people
 * are really called Eli and Ell.
 */
const alike: readonly (readonly [letters: string, latin: string])[] = [
  ['аαɑ', 'a'],
  ['вβ', 'b'],
  ['сϲᴄ', 'c'],
  ['ԁ', 'd'],
  ['еєεҽ', 'e'],
  ['ƒ', 'f'],
  ['ɡց', 'g'],
  ['һнհη', 'h'],
  ['іıιӏ', 'i'],
  ['јϳ', 'j'],
  ['кκ', 'k'],
  ['м', 'm'],
  ['ո', 'n'],
  ['оοσօ', 'o'],
  ['рρ', 'p'],
  ['ԛգ', 'q'],
  ['гᴦ', 'r'],
  ['ѕꜱ', 's'],
  ['тτ', 't'],
  ['υսʋ', 'u'],
  ['νѵᴠ', 'v'],
  ['ԝѡωա', 'w'],
  ['хχ', 'x'],
  ['уүγу', 'y'],
  ['ζᴢ', 'z'],
  ['’‘`´ʹʼ', "'"],
  ['‐‑‒–—−', '-'],
]

const lookalikes = new Map(
  alike.flatMap(([letters, latin]) => Array.from(letters, letter => [letter, latin] as const)),
)

/** Strokes through a letter and rings around it, with which the letter can still be read. */
const overlays = /\p{Me}|[\u{334}-\u{338}]/gu

/** A text as it looks to the eye, for comparing only. It is idempotent. */
export function skeleton(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase().replace(overlays, '')
  return Array.from(lower, letter => lookalikes.get(letter) ?? letter)
    .join('')
    .normalize('NFC')
}
