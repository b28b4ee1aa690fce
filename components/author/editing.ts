import type { Replacement } from '@/lib/protocol/lint'

/** A change of a text: these characters are replaced by others, and then this range is selected. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly insert: string
  readonly select: readonly [number, number]
}

const indent = '  '

/** Tab: two spaces at the caret; with a selection over several lines, all of them move. Null where nothing would change. */
export function tabEdit(text: string, start: number, end: number, back: boolean): Edit | null {
  const lineStart = startOfLine(text, start)
  if (!back && !text.slice(start, end).includes('\n')) {
    const caret = start + indent.length
    return { from: start, to: end, insert: indent, select: [caret, caret] }
  }
  const block = text.slice(lineStart, end)
  const lines = block.split('\n')
  const shifted = lines.map(line => (back ? line.replace(/^ {1,2}|^\t/, '') : indent + line))
  const insert = shifted.join('\n')
  if (insert === block) return null
  const firstBy = (shifted[0] ?? '').length - (lines[0] ?? '').length
  const select = [
    Math.max(lineStart, start + firstBy),
    Math.max(lineStart, end + insert.length - block.length),
  ] as const
  return { from: lineStart, to: end, insert, select }
}

/** `lastIndexOf` takes a negative place for 0, where a line end may stand that lies behind the caret. */
function startOfLine(text: string, at: number): number {
  return text.slice(0, at).lastIndexOf('\n') + 1
}

/** Enter: the next line begins below the first character of this one. */
export function newlineEdit(text: string, start: number, end: number): Edit {
  const lineStart = startOfLine(text, start)
  const lead = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0] ?? ''
  const insert = `\n${lead}`
  const caret = start + insert.length
  return { from: start, to: end, insert, select: [caret, caret] }
}

/** Place in the text, in UTF-16 units, of a line and column that count characters from 1. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0
  for (let passed = 1; passed < line; passed += 1) {
    const next = text.indexOf('\n', start)
    if (next < 0) return text.length
    start = next + 1
  }
  const end = text.indexOf('\n', start)
  const whole = [...text.slice(start, end < 0 ? text.length : end)]
  return start + whole.slice(0, Math.max(0, column - 1)).join('').length
}

/**
 * Several replacements, in the order of the text, as one edit that one undo takes back. Null where the text is not
 * the one they were made for.
 */
export function replaceEdit(text: string, replacements: readonly Replacement[]): Edit | null {
  const places = replacements.map(({ line, column }) => offsetOf(text, line, column))
  const [from] = places
  let [insert, to] = ['', from ?? 0]
  for (const [nth, { from: old, to: made }] of replacements.entries()) {
    const at = places[nth] ?? 0
    if (at < to || text.slice(at, at + old.length) !== old) return null
    insert += text.slice(to, at) + made
    to = at + old.length
  }
  if (from === undefined) return null
  const end = from + insert.length
  return { from, to, insert, select: [end, end] }
}

/**
 * Puts an edit into a text area so that the browser's own undo takes it back; `execCommand` is old, but nothing else does.
 */
export function perform(area: HTMLTextAreaElement, edit: Edit): void {
  area.focus()
  area.setSelectionRange(edit.from, edit.to)
  const done =
    edit.insert === ''
      ? edit.from === edit.to || document.execCommand('delete')
      : document.execCommand('insertText', false, edit.insert)
  if (!done) {
    area.setRangeText(edit.insert, edit.from, edit.to, 'end')
    area.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  area.setSelectionRange(edit.select[0], edit.select[1])
}
