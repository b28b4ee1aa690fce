import { decimalPads, noPad, type Pad, withMinus } from '@/components/desk/cells/decimal'
import { gridBlocks } from '@/components/desk/cells/grid-layout'
import { Icon } from '@/components/ui/icon'
import { stateLooks } from '@/components/ui/state'
import type { CellVerdict } from '@/lib/protocol/verdict'
import { plainText } from '@/lib/words/text'

interface TypedMatrixProps {
  shape: readonly number[]
  cells: readonly string[]
  verdicts: readonly CellVerdict[]
}

/** More cells are folded away, because a teacher looks for what is wrong and not at 4,096 numbers. */
const shownAtOnce = 400

/** Figures of a column that is still lined up on the decimal point. */
const longestLinedUp = 16

/** An answer as it was typed, with a mark in every cell. */
export function TypedMatrix({ shape, cells, verdicts }: TypedMatrixProps) {
  if (cells.length <= shownAtOnce) return <Blocks shape={shape} cells={cells} verdicts={verdicts} />
  const wrong = verdicts.filter(({ verdict }) => verdict === 'wrong').length
  return (
    <details>
      <summary className="text-ink-2 underline decoration-dotted underline-offset-4">
        {shape.join(' × ')} entries, {wrong} of them wrong
      </summary>
      <div className="mt-2 max-h-96 overflow-auto">
        <Blocks shape={shape} cells={cells} verdicts={verdicts} />
      </div>
    </details>
  )
}

function Blocks({ shape, cells, verdicts }: TypedMatrixProps) {
  return (
    <div className="flex min-w-0 flex-col gap-2 overflow-x-auto">
      {gridBlocks(shape).map(({ slice, first, rows, columns }) => {
        const pads = decimalPads(cells.slice(first, first + rows * columns), columns, longestLinedUp)
        return (
          <div key={first} className="flex items-center gap-2">
            {slice.length > 0 && (
              <span className="text-sm text-ink-2 tabular-nums">[{slice.join(', ')}, ·, ·]</span>
            )}
            <div className={shape.length === 0 ? '' : 'matrix-brackets px-2.5 py-1'}>
              <div
                className="grid w-max gap-1"
                style={{ gridTemplateColumns: `repeat(${columns}, max-content)` }}
              >
                {Array.from({ length: rows * columns }, (_, place) => (
                  <Entry
                    // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place
                    key={place}
                    text={cells[first + place] ?? ''}
                    pad={pads[place] ?? noPad}
                    verdict={verdicts[first + place]}
                  />
                ))}
              </div>
            </div>
          </div>
        )
      })}
    </div>
  )
}

interface EntryProps {
  text: string
  /** What lines up its decimal point. */
  pad: Pad
  verdict: CellVerdict | undefined
}

function Entry({ text, pad: { left, right }, verdict }: EntryProps) {
  const look = verdict ? stateLooks[verdict.verdict] : null
  return (
    <span
      title={verdict?.message ? plainText(verdict.message) : undefined}
      className={`flex max-w-56 items-center justify-between gap-1.5 rounded-[6px] px-2 py-0.5 text-[0.95rem] tabular-nums ${look ? look.ground : ''}`}
    >
      <span
        className="truncate"
        style={{ paddingLeft: `${left}ch`, paddingRight: `${right}ch` }}
        title={text.length > 24 ? text : undefined}
      >
        {withMinus(text)}
      </span>
      {look && (
        <span className={look.ink}>
          <Icon name={look.icon} size={12} />
          <span className="sr-only">{look.word}</span>
        </span>
      )}
    </span>
  )
}
