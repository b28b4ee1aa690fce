import type { CellVerdict } from '@/lib/protocol/verdict'

interface ComplaintsProps {
  /** Each complaint's element is `id-index`: the cell refers to it. */
  id: string
  marks: readonly (CellVerdict | null)[]
  labels: readonly string[]
  /** There is only one cell: no need to say which. */
  alone: boolean
  onFind: (index: number) => void
}

const mostShown = 12

/** What there is to say at single cells, in words, each with the way to its cell. */
export function Complaints({ id, marks, labels, alone, onFind }: ComplaintsProps) {
  const complaints = marks.flatMap((mark, index) =>
    mark?.message ? [{ index, message: mark.message, unreadable: mark.verdict === 'invalid' }] : [],
  )
  if (complaints.length === 0) return null
  return (
    <ul className="mt-4 space-y-1 text-sm">
      {complaints.slice(0, mostShown).map(({ index, message, unreadable }) => (
        <li key={index} id={`${id}-${index}`} className="flex flex-wrap gap-x-2">
          {!alone && (
            <button
              type="button"
              onClick={() => onFind(index)}
              className="inline-block font-semibold text-wrong underline-offset-2 first-letter:uppercase hover:underline"
            >
              {labels[index]}
            </button>
          )}
          <span className={unreadable ? 'text-wrong' : 'text-ink-2'}>{message}</span>
        </li>
      ))}
      {complaints.length > mostShown && (
        <li className="text-ink-2">and {complaints.length - mostShown} more entries</li>
      )}
    </ul>
  )
}
