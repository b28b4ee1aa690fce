'use client'

import { type KeyboardEvent, memo, type RefObject, useId, useMemo, useRef } from 'react'
import { Icon } from '@/components/ui/icon'
import { useHydrated } from '@/components/ui/use-hydrated'
import type { ChalkError } from '@/lib/protocol/exercise'
import { newlineEdit, perform, tabEdit } from './editing'
import { highlight, type Piece, type Tint } from './highlight'

interface SourceEditorProps {
  area: RefObject<HTMLTextAreaElement | null>
  text: string
  errors: readonly ChalkError[]
  readOnly?: boolean
  onChange?: (text: string) => void
  /** Ctrl+S. */
  onSave?: () => void
}

/** Longer texts are shown without colours, because redrawing them would slow every key down. */
const tintedUpTo = 24_000

const tints: Record<Tint, string> = {
  plain: '',
  word: 'font-semibold text-chalk-ink',
  function: 'text-revealed',
  number: 'text-follows',
  string: 'text-right-ink',
  comment: 'text-ink-2 italic',
}

/**
 * A text area over a tinted copy of its text: the browser's own caret, selection and undo. Both lie in one cell of a
 * layout grid and grow with the text, so that one box scrolls them and the line numbers together.
 */
export function SourceEditor({ area, text, errors, readOnly = false, onChange, onSave }: SourceEditorProps) {
  const id = useId()
  const leaving = useRef(false)
  const hydrated = useHydrated()
  const tinted = text.length <= tintedUpTo
  const lines = useMemo(
    () =>
      tinted
        ? highlight(text)
        : text.split('\n').map((line): readonly Piece[] => [{ text: line, tint: 'plain' }]),
    [text, tinted],
  )
  const wrongLines = useMemo(() => new Map(errors.map(error => [error.line, error])), [errors])

  function press(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const element = event.currentTarget
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault()
      onSave?.()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    // Escape first lets Tab leave, so that nobody without a mouse is held here.
    if (event.key === 'Escape') {
      leaving.current = true
      return
    }
    if (event.key === 'Tab' && (leaving.current || readOnly)) return
    if (event.key !== 'Shift') leaving.current = false
    const { selectionStart, selectionEnd } = element
    if (event.key === 'Tab') {
      event.preventDefault()
      const edit = tabEdit(text, selectionStart, selectionEnd, event.shiftKey)
      if (edit) perform(element, edit)
    } else if (event.key === 'Enter' && !readOnly) {
      event.preventDefault()
      perform(element, newlineEdit(text, selectionStart, selectionEnd))
    }
  }

  const shared =
    'col-start-1 row-start-1 m-0 p-0 font-mono text-[0.9rem] leading-6 whitespace-pre [tab-size:2]'
  return (
    <div className="min-h-0 flex-1 overflow-auto overscroll-contain py-3">
      <div className="flex min-h-full w-max min-w-full">
        <ol
          aria-hidden="true"
          className="sticky left-0 z-10 bg-sheet pr-3 pl-5 text-right font-mono text-[0.8rem] leading-6 text-ink-2 tabular-nums select-none"
        >
          {lines.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            <LineNumber key={index} number={index + 1} wrong={wrongLines.has(index + 1)} />
          ))}
        </ol>
        <div className="grid min-w-0 flex-1 pr-4">
          <pre aria-hidden="true" className={`${shared} pointer-events-none`}>
            {lines.map((pieces, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
              <Line key={index} pieces={pieces} wrong={wrongLines.has(index + 1)} />
            ))}
          </pre>
          <textarea
            ref={area}
            id={id}
            data-testid="source"
            aria-label="Exercise file"
            aria-invalid={errors.length > 0 || undefined}
            aria-describedby={`${id}-keys`}
            value={text}
            // Not editable before the script runs, because it would not know what was typed.
            readOnly={readOnly || !hydrated}
            onChange={event => onChange?.(event.target.value)}
            onKeyDown={press}
            onBlur={() => {
              leaving.current = false
            }}
            wrap="off"
            rows={1}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            className={`${shared} block h-full w-full resize-none overflow-hidden bg-transparent text-transparent caret-ink outline-none selection:bg-chalk/45 selection:text-transparent`}
          />
        </div>
      </div>
      <p id={`${id}-keys`} className="sr-only">
        {readOnly ? 'Read only.' : 'Tab indents. Escape, then Tab, leaves the editor. Ctrl+S saves.'}
      </p>
    </div>
  )
}

const LineNumber = memo(function LineNumber({ number, wrong }: { number: number; wrong: boolean }) {
  return (
    <li
      data-line-number={number}
      className={`relative flex h-6 items-center justify-end ${wrong ? 'font-bold text-wrong' : ''}`}
    >
      {wrong && <Icon name="cross" size={11} className="absolute -left-3.5" />}
      {number}
    </li>
  )
})

const Line = memo(
  function Line({ pieces, wrong }: { pieces: readonly Piece[]; wrong: boolean }) {
    return (
      <span className={`block h-6 ${wrong ? '-mx-1 rounded-[4px] bg-wrong-ground px-1' : ''}`}>
        {pieces.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the line
          <span key={index} className={tints[piece.tint]}>
            {piece.text}
          </span>
        ))}
        {pieces.length === 0 && '\u200b'}
      </span>
    )
  },
  (before, after) => before.wrong === after.wrong && samePieces(before.pieces, after.pieces),
)

function samePieces(a: readonly Piece[], b: readonly Piece[]): boolean {
  return (
    a.length === b.length &&
    a.every((piece, index) => piece.text === b[index]?.text && piece.tint === b[index]?.tint)
  )
}
