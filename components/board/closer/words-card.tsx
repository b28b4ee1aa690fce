'use client'

import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { StatePill, stateLooks } from '@/components/ui/state'
import type { WordsAnswer } from '@/lib/protocol/board-asks'

interface WordsCardProps {
  answer: WordsAnswer
  /** Its place among all, counted from 1: it stands in place of a name. */
  place: number
  mark: 'right' | 'wrong' | null
  chosen: boolean
  /** Whether it is on the projector. */
  shown: boolean
  off: boolean
  onChoose: () => void
  onMark: (verdict: 'right' | 'wrong' | null) => void
  onShow: () => void
}

/** One answer in words, without a name, and what a teacher can do with it. */
export function WordsCard(props: WordsCardProps) {
  const { answer, place, mark, chosen, shown, off, onChoose, onMark, onShow } = props
  const id = useId()
  return (
    <li
      data-testid="words-card"
      data-mark={mark ?? undefined}
      className={`flex min-w-0 flex-col rounded-box border bg-sheet ${chosen ? 'border-ink' : 'border-line-2'}`}
    >
      <div className="flex min-h-10 items-center gap-2.5 border-b border-line px-3">
        <input
          type="checkbox"
          id={id}
          checked={chosen}
          onChange={onChoose}
          className="size-4.5 shrink-0 accent-(--act)"
        />
        <label htmlFor={id} className="flex-1 cursor-pointer py-2 text-[0.88rem] text-ink-2 tabular-nums">
          Answer {place}
        </label>
        {mark && <StatePill state={mark} word={mark} />}
      </div>
      <p
        dir="auto"
        data-testid="words-text"
        className="max-h-80 flex-1 overflow-y-auto px-3 py-2.5 text-[0.95rem] leading-relaxed break-words whitespace-pre-wrap [unicode-bidi:plaintext]"
      >
        {answer.cells.join('\n')}
      </p>
      <div className="flex flex-wrap items-center gap-1.5 px-3 pb-2.5">
        {(['right', 'wrong'] as const).map(verdict => (
          <Button
            key={verdict}
            size="small"
            disabled={off}
            aria-pressed={mark === verdict}
            className={mark === verdict ? `${stateLooks[verdict].ground} ${stateLooks[verdict].ink}` : ''}
            aria-label={`Mark answer ${place} ${verdict}`}
            data-testid={`mark-${verdict}`}
            onClick={() => onMark(mark === verdict ? null : verdict)}
          >
            <Icon name={verdict === 'right' ? 'tick' : 'cross'} size={13} />
            {verdict === 'right' ? 'Right' : 'Wrong'}
          </Button>
        ))}
        {shown ? (
          <span className="ml-auto flex items-center gap-1.5 text-[0.85rem] font-semibold text-chalk-ink">
            <Icon name="eye" size={14} />
            on the projector
          </span>
        ) : (
          <Button
            size="small"
            kind="quiet"
            disabled={off}
            className="ml-auto"
            data-testid="words-show"
            aria-label={`Show answer ${place} on the projector`}
            title="On the projector, without a name"
            onClick={onShow}
          >
            Show this
          </Button>
        )}
      </div>
    </li>
  )
}
