/*
 * Texts with brackets in them, read from the left to the right, once. Nothing here may search from every character on: a pasted
 * text can be long, and a regular expression that begins with a run of blanks takes the square of its length.
 */

const opening = '([{'
const closing = ')]}'

/** Pieces of a text without the blanks around them, parted wherever `parts` says so outside all brackets. */
export function splitOutside(text: string, parts: (mark: string, at: number) => boolean): string[] {
  const pieces: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at)
    if (opening.includes(mark)) depth += 1
    else if (closing.includes(mark)) depth -= 1
    else if (depth === 0 && parts(mark, at)) {
      pieces.push(text.slice(from, at).trim())
      from = at + 1
    }
  }
  pieces.push(text.slice(from).trim())
  return pieces
}

export const isBlank = (mark: string): boolean => mark.trim() === ''
export const isComma = (mark: string): boolean => mark === ','
export const isSemicolon = (mark: string): boolean => mark === ';'

/** Words with blanks between them. */
export function wordsOf(text: string): string[] {
  const trimmed = text.trim()
  return trimmed === '' ? [] : trimmed.split(/\s+/)
}

/** Cells that are parted by two blanks or more; one blank is part of a cell. */
export function spacedCells(text: string): string[] {
  return text.trim().split(/\s{2,}/)
}

export function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/)
}

/** Place of the bracket that closes the one at `open`; -1 where none does. */
export function closeOf(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    const mark = text.charAt(at)
    if (opening.includes(mark)) depth += 1
    else if (closing.includes(mark)) {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return -1
}

/** `np.array(…)`: a name and all that stands in the brackets after it, to the end of the text. */
export interface Call {
  /** The name after its last point. */
  readonly name: string
  readonly inside: string
}

const beginning = /^[A-Za-z_][\w.]*(?:\[\w{1,9}\])?\(/

/** Null where the text is not one call as a whole. */
export function callOf(text: string): Call | null {
  if (!text.endsWith(')')) return null
  const [begun] = beginning.exec(text) ?? []
  if (begun === undefined || closeOf(text, begun.length - 1) !== text.length - 1) return null
  const path = begun.slice(0, -1).replace(/\[.*/, '')
  return { name: path.slice(path.lastIndexOf('.') + 1), inside: text.slice(begun.length, -1) }
}

/** What is given to a call, without what has a name (`dtype=float32`). */
export function placedIn({ inside }: Call): string[] {
  return splitOutside(inside, isComma).filter(piece => piece !== '' && !named.test(piece))
}

/** The value of what has a name in a call, if it is given. */
export function givenIn({ inside }: Call, name: string): string | null {
  for (const piece of splitOutside(inside, isComma)) {
    const [begun, key] = named.exec(piece) ?? []
    if (begun !== undefined && key === name) return piece.slice(begun.length).trim()
  }
  return null
}

const named = /^([A-Za-z_]\w*)\s*=(?!=)/
