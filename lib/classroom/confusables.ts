/**
 * Letters of other scripts that are drawn as Latin ones, lower case, and signs that are drawn as others; after Unicode's
 * confusables (UTS 39). Letters and figures of one script that are alike (l and 1, o and 0) stay apart: people are
 * really called Eli and Ell.
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

/** Strokes through a letter and rings around it: the letter is still read. */
const overlays = /\p{Me}|[\u{334}-\u{338}]/gu

/** A text as an eye would take it, for comparing only. Idempotent. */
export function skeleton(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase().replace(overlays, '')
  return Array.from(lower, letter => lookalikes.get(letter) ?? letter)
    .join('')
    .normalize('NFC')
}
