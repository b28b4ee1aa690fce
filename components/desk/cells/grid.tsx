'use client'

import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useId,
  useMemo,
  useRef,
} from 'react'
import { sizeOf } from '@/lib/exact/tensor'
import type { CellVerdict } from '@/lib/protocol/verdict'
import { showEnd } from './cell'
import { CellBlock } from './cell-block'
import { Complaints, complaintId } from './complaints'
import { withMinus } from './decimal'
import { beside, cellLabel, type Direction, gridBlocks } from './grid-layout'
import { PasteLine } from './paste-line'
import { type Edits, noEdits, redo, remember, undo } from './undo'
import { usePaste } from './use-paste'

export interface GridProps {
  shape: readonly number[]
  cells: readonly string[]
  /** The mark of each cell; null where it has none. */
  marks: readonly (CellVerdict | null)[]
  label: string
  onChange: (cells: readonly string[]) => void
  /** Called on Enter in any cell. */
  onCheck?: () => void
  /** The cell that has the focus, or had it last; for the echo. */
  onFocus?: (index: number) => void
  /** Whether it is a single cell, which may be wider. */
  big?: boolean
  /** Whether it stands in a picture: in the size of that, and what is wrong with it is told elsewhere, at this id. */
  small?: { readonly complaintId: string }
  /** The echo, beside the cells where there is room. */
  aside?: ReactNode
  /** Buttons right below the cells and above the messages, so that they do not move when a verdict comes. */
  children?: ReactNode
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/**
 * A matrix of cells that behaves as a spreadsheet. Left and right leave a cell only from the edge of its text (or
 * while all of it is selected, as after arriving); F2 puts the caret into the text, Escape takes back what was typed there.
 */
export function Grid({
  shape,
  cells,
  marks,
  label,
  onChange,
  onCheck,
  onFocus,
  big = false,
  small,
  aside,
  children,
}: GridProps) {
  const id = useId()
  const box = useRef<HTMLFieldSetElement>(null)
  const edits = useRef<Edits>(noEdits)
  const arrivedWith = useRef('')
  const blocks = useMemo(() => gridBlocks(shape), [shape])
  const labels = useMemo(
    () => Array.from({ length: sizeOf(shape) }, (_, index) => cellLabel(blocks, shape, index)),
    [blocks, shape],
  )
  const pasting = usePaste({ shape, blocks, cells, onFill: fill, onText: insert })

  function change(next: readonly string[], cell: number | null): void {
    edits.current = remember(edits.current, cells, cell)
    pasting.forget()
    onChange(next)
  }

  function focus(index: number | null): void {
    if (index !== null) box.current?.querySelector<HTMLInputElement>(`[data-cell="${index}"]`)?.focus()
  }

  function type(event: FormEvent): void {
    const at = cellOf(event.target)
    if (!at) return
    const { input, index } = at
    const shown = withMinus(input.value)
    if (shown !== input.value) {
      // Set here with the caret kept; React would set it with the caret at the end.
      const caret = input.selectionStart
      input.value = shown
      input.setSelectionRange(caret, caret)
    }
    change(replaced(cells, index, typedIn(input)), index)
  }

  function step(forward: boolean): void {
    const done = forward ? redo(edits.current, cells) : undo(edits.current, cells)
    if (!done) return
    edits.current = done.edits
    pasting.forget()
    onChange(done.cells)
    focus(done.cells.findIndex((text, index) => text !== cells[index]))
  }

  function press(event: KeyboardEvent): void {
    const at = cellOf(event.target)
    if (!at || event.nativeEvent.isComposing) return
    const { input, index } = at
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      step(key === 'y' || event.shiftKey)
      return
    }
    if (event.altKey) return
    const direction = arrows[event.key]
    if (direction && !event.shiftKey && leaves(input, direction)) {
      const next = beside(blocks, index, direction)
      event.preventDefault()
      focus(next)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      onCheck?.()
    } else if (event.key === 'F2') {
      event.preventDefault()
      input.setSelectionRange(input.value.length, input.value.length)
    } else if (event.key === 'Escape' && typedIn(input) !== arrivedWith.current) {
      event.preventDefault()
      event.stopPropagation()
      change(replaced(cells, index, arrivedWith.current), null)
    }
  }

  function paste(event: ClipboardEvent): void {
    const at = cellOf(event.target)
    if (at && pasting.take(at.input, at.index, event.clipboardData.getData('text/plain')))
      event.preventDefault()
  }

  function fill(filled: readonly string[], last: number): void {
    change(filled, null)
    focus(last)
  }

  /** Pastes a text into the cell as the browser would, in place of what is selected there. */
  function insert(input: HTMLInputElement, index: number, text: string): void {
    const [start, end] = [
      input.selectionStart ?? input.value.length,
      input.selectionEnd ?? input.value.length,
    ]
    input.setRangeText(withMinus(text.replace(/[\r\n]+/g, '')), start, end, 'end')
    change(replaced(cells, index, typedIn(input)), index)
  }

  /** The first click into a cell selects its text, as arriving by key does; a second click places the caret. */
  function down(event: MouseEvent): void {
    const at = cellOf(event.target)
    if (!at || document.activeElement === at.input || event.button !== 0) return
    event.preventDefault()
    at.input.focus()
  }

  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-8 gap-y-2 max-sm:gap-x-4">
        <fieldset
          ref={box}
          aria-label={label}
          onInput={type}
          onKeyDown={press}
          onPaste={paste}
          onMouseDown={down}
          onFocus={event => {
            const at = cellOf(event.target)
            if (!at) return
            arrivedWith.current = typedIn(at.input)
            edits.current = { ...edits.current, typing: null }
            at.input.select()
            onFocus?.(at.index)
          }}
          onBlur={event => {
            const at = cellOf(event.target)
            // The browser itself goes back to the beginning of the text first.
            if (at) requestAnimationFrame(() => showEnd(at.input))
          }}
          className={small ? 'block' : 'flex min-w-0 max-w-full flex-col gap-3 p-1 sm:overflow-x-auto'}
        >
          {blocks.map(block => (
            <CellBlock
              key={block.first}
              block={block}
              cells={cells}
              marks={marks}
              labels={labels}
              bracketed={shape.length > 0}
              big={big}
              small={small !== undefined}
              describedBy={index =>
                small && marks[index]?.message ? small.complaintId : complaintId(id, marks, index)
              }
            />
          ))}
        </fieldset>
        {aside}
      </div>
      {children}
      {pasting.told && <PasteLine said={pasting.told} onTake={({ cells, last }) => fill(cells, last)} />}
      {!small && (
        <Complaints id={id} marks={marks} labels={labels} alone={shape.length === 0} onFind={focus} />
      )}
    </div>
  )
}

function cellOf(target: EventTarget): { input: HTMLInputElement; index: number } | null {
  if (!(target instanceof HTMLInputElement)) return null
  const index = Number(target.dataset.cell)
  return Number.isInteger(index) ? { input: target, index } : null
}

/** The text as it is kept and sent: with the keyboard's own sign. */
function typedIn({ value }: HTMLInputElement): string {
  return value.replaceAll('−', '-')
}

function leaves(input: HTMLInputElement, direction: Direction): boolean {
  if (direction === 'up' || direction === 'down') return true
  const start = input.selectionStart ?? 0
  const end = input.selectionEnd ?? 0
  if (start === 0 && end === input.value.length) return true
  return start === end && (direction === 'left' ? start === 0 : end === input.value.length)
}

function replaced(cells: readonly string[], index: number, text: string): readonly string[] {
  return cells.map((cell, place) => (place === index ? text : cell))
}
