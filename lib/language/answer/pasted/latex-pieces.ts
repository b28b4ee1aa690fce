/** A piece of a formula as it is seen, in the words of a cell. */
export interface Piece {
  /**
   * `close` ends a value; `power` is the one character that is raised in `x^2`; `fraction` has no brackets around it yet;
   * `repeated` are the digits that a line is drawn over; `word` is a function.
   */
  readonly kind:
    | 'digit'
    | 'name'
    | 'word'
    | 'sign'
    | 'open'
    | 'close'
    | 'fraction'
    | 'power'
    | 'repeated'
    | 'gap'
  readonly text: string
}

export const isGap = (mark: string): boolean => mark !== '' && mark.trim() === ''

export function isName(text: string): boolean {
  return /^\p{L}[\p{L}\d_]*$/u.test(text)
}

/** The pieces as one text; null where a digit beside a fraction, an exponent or a period makes two readings of it. */
export function joined(pieces: readonly Piece[]): string | null {
  const seen = followers(pieces)
  const parts: string[] = []
  let before: Piece | null = null
  for (const [place, piece] of pieces.entries()) {
    const next = seen[place] ?? null
    const isOpen = piece.kind === 'fraction' || piece.kind === 'power' || piece.kind === 'repeated'
    if (isOpen && next?.kind === 'digit') return null
    if (piece.kind === 'fraction' && before?.kind === 'digit') return null
    if (piece.kind === 'repeated' && before?.text !== '.') return null
    if (runsOn(piece, before) && pieces[place - 1]?.kind !== 'gap') parts.push(' ')
    parts.push(spelled(piece, before, next))
    if (piece.kind !== 'gap') before = piece
  }
  return parts.join('').trim()
}

/** For each piece the next one that is no gap. */
function followers(pieces: readonly Piece[]): (Piece | null)[] {
  const seen: (Piece | null)[] = []
  let next: Piece | null = null
  for (let place = pieces.length - 1; place >= 0; place -= 1) {
    seen[place] = next
    const piece = pieces[place]
    if (piece && piece.kind !== 'gap') next = piece
  }
  return seen
}

/** Whether a function's word and a name would run together. */
function runsOn(piece: Piece, before: Piece | null): boolean {
  if (piece.kind === 'word') return before?.kind === 'name' || before?.kind === 'word'
  return piece.kind === 'name' && before?.kind === 'word'
}

function spelled(piece: Piece, before: Piece | null, next: Piece | null): string {
  if (piece.kind === 'power') return endsThere(next) ? `^${piece.text}` : `^(${piece.text})`
  if (piece.kind !== 'fraction') return piece.text
  const begins = before === null || before.kind === 'open' || (before.kind === 'sign' && before.text !== '/')
  return begins && endsThere(next) ? piece.text : `(${piece.text})`
}

/** Whether nothing after it could be drawn into a fraction or an exponent. */
function endsThere(next: Piece | null): boolean {
  return next === null || next.kind === 'sign' || next.text === ')'
}
