import { Sentence } from '@/components/ui/sentence'
import type { CellVerdict } from '@/lib/protocol/verdict'

interface ComplaintsProps {
  /** Each complaint's element is `complaintId(id, …)`: its cells refer to it. */
  id: string
  marks: readonly (CellVerdict | null)[]
  labels: readonly string[]
  /** Whether there is only one cell, so that it need not be named. */
  alone: boolean
  onFind: (index: number) => void
}

/** The most cells that are named; for more, only their number is told. */
const mostShown = 12

/** The element that says what is wrong with a cell: one for all cells with the same words. */
export function complaintId(id: string, marks: readonly (CellVerdict | null)[], index: number) {
  const message = marks[index]?.message
  return message ? `${id}-${marks.findIndex(mark => mark?.message === message)}` : undefined
}

/** The messages at single cells, each with a way to its cells. */
export function Complaints({ id, marks, labels, alone, onFind }: ComplaintsProps) {
  const groups = new Map<string, { unreadable: boolean; cells: number[] }>()
  for (const [index, mark] of marks.entries()) {
    if (!mark?.message) continue
    const group = groups.get(mark.message) ?? { unreadable: mark.verdict === 'invalid', cells: [] }
    groups.set(mark.message, { ...group, cells: [...group.cells, index] })
  }
  if (groups.size === 0) return null
  return (
    <ul className="mt-4 space-y-2 text-sm">
      {[...groups].slice(0, mostShown).map(([message, { unreadable, cells }]) => (
        <li key={message}>
          {!alone && (
            <p className="flex flex-wrap gap-x-3">
              {cells.slice(0, mostShown).map(index => (
                <button
                  key={index}
                  type="button"
                  onClick={() => onFind(index)}
                  className="min-h-6 font-semibold text-wrong underline-offset-2 hover:underline"
                >
                  {inShort(labels[index] ?? '')}
                </button>
              ))}
              {cells.length > mostShown && (
                <span className="text-ink-2">and {cells.length - mostShown} more entries</span>
              )}
            </p>
          )}
          <p id={complaintId(id, marks, cells[0] ?? 0)} className={unreadable ? 'text-wrong' : 'text-ink-2'}>
            <Sentence text={message} />
          </p>
        </li>
      ))}
      {groups.size > mostShown && <li className="text-ink-2">and {groups.size - mostShown} more messages</li>}
    </ul>
  )
}

/** `entry row 1, column 2` as `Entry (1, 2)`, as verdicts write it. */
function inShort(label: string): string {
  const short = label.replace(/row (\d+), column (\d+)/, '($1, $2)')
  return short.charAt(0).toUpperCase() + short.slice(1)
}
