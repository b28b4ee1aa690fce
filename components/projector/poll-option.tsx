import { AnswerWords } from '@/components/desk/cells/answer-words'
import { decimalPads } from '@/components/desk/cells/decimal'
import { gridBlocks } from '@/components/desk/cells/grid-layout'
import { typeset } from '@/components/desk/cells/typeset'
import { optionLetter } from '@/components/desk/talk/poll-words'
import { Icon } from '@/components/ui/icon'
import { MathFormula } from '@/components/ui/math'
import { Sentence } from '@/components/ui/sentence'
import { vocabularyOf } from '@/lib/language/answer/vocabulary'
import type { ProjectedPoll } from '@/lib/protocol/projector'
import type { Arrangement } from './poll-layout'
import { WallMatrix } from './wall-matrix'

interface PollOptionProps {
  poll: ProjectedPoll
  place: number
  /** Null for none of them. */
  cells: readonly string[] | null
  arrangement: Arrangement
  right: boolean
}

/** One answer with its letter, and once the class sees them, its votes before and after. */
export function PollOption({ poll, place, cells, arrangement, right }: PollOptionProps) {
  const { votes, percent } = poll
  const across = arrangement.columns > 1
  const card = across && cells !== null
  return (
    <li
      data-testid="projected-option"
      data-right={right || undefined}
      className={`flex min-w-0 gap-x-[2em] gap-y-[0.8em] rounded-[0.7em] border-[0.1em] px-[1.2em] py-[0.6em] ${
        card ? 'flex-col justify-between' : 'items-center'
      } ${across && cells === null ? 'col-span-full' : ''} ${right ? 'border-right-ink bg-right-ground' : 'border-line-2 bg-sheet'}`}
    >
      <div className="flex min-w-0 flex-1 items-center gap-[1.1em]">
        {cells !== null && <span className="text-[1.7em] font-bold text-ink-2">{optionLetter(place)}</span>}
        {cells === null ? (
          <span className="text-[1.5em]">None of these</span>
        ) : arrangement.readable ? (
          <Cells poll={poll} cells={cells} size={arrangement.size} />
        ) : (
          <span className="text-[1.3em] text-ink-2">{cells.length} numbers: read them at your desk</span>
        )}
        {right && (
          <span className="ml-auto flex shrink-0 items-center gap-[0.4em] text-[1.5em] font-bold text-right-ink">
            <span className="grid size-[1em] place-items-center [&_svg]:size-full">
              <Icon name="tick" />
            </span>
            right
          </span>
        )}
      </div>
      {votes && (
        <div className={`grid shrink-0 gap-[0.3em] ${card ? 'w-full' : 'w-[38%]'}`}>
          <Bar counts={votes.first} place={place} percent={percent} when={votes.second && 'before'} />
          {votes.second && <Bar counts={votes.second} place={place} percent={percent} when="after" />}
        </div>
      )}
    </li>
  )
}

function Cells({
  poll: { step, symbols },
  cells,
  size,
}: {
  poll: ProjectedPoll
  cells: readonly string[]
  size: number
}) {
  if (step.question) {
    return (
      <div style={{ fontSize: `${Math.min(1.7, size).toFixed(2)}em` }}>
        <AnswerWords question={step.question} choices={step.choices ?? []} cells={cells} />
      </div>
    )
  }
  const vocabulary = vocabularyOf(symbols)
  const shape = cells.length === 1 ? [] : step.shape
  const pads = decimalPads(cells, gridBlocks(shape)[0]?.columns ?? 1)
  return (
    <WallMatrix
      shape={shape}
      size={size}
      cell={place => {
        const text = cells[place] ?? ''
        const choice = step.choices?.find(({ value }) => value === text)
        if (choice) {
          return (
            <span key={place} data-entry={text}>
              {choice.mathml === null ? (
                <Sentence text={choice.text} />
              ) : (
                <MathFormula mathml={choice.mathml} />
              )}
            </span>
          )
        }
        const read = typeset(text, step, vocabulary)
        return (
          <span
            key={place}
            data-entry={text}
            className="self-center text-right font-math whitespace-nowrap"
            style={{ paddingRight: `${1.12 * (pads[place]?.right ?? 0)}ch` }}
          >
            {read.ok ? <MathFormula mathml={read.mathml} /> : text}
          </span>
        )
      }}
    />
  )
}

interface BarProps {
  counts: readonly number[]
  place: number
  percent: boolean
  when: 'before' | 'after' | null
}

function Bar({ counts, place, percent, when }: BarProps) {
  const count = counts[place] ?? 0
  const all = counts.reduce((sum, votes) => sum + votes, 0)
  const share = all === 0 ? 0 : (100 * count) / all
  return (
    <p
      data-testid="projected-bar"
      data-when={when ?? undefined}
      className="flex items-center gap-[0.8em] leading-none"
    >
      {when && <span className="w-[4em] shrink-0 text-[1.2em] text-ink-2">{when}</span>}
      <span aria-hidden="true" className="h-[1.1em] min-w-0 flex-1 overflow-hidden rounded-[0.35em] bg-line">
        <span
          className={`block h-full rounded-[0.35em] ${when === 'before' ? 'bg-working' : 'bg-follows'}`}
          style={{ width: `${share}%` }}
        />
      </span>
      <span className="w-[2.6em] shrink-0 text-right text-[1.4em] font-bold tabular-nums">
        {percent ? `${count} %` : count}
      </span>
    </p>
  )
}
