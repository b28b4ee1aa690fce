import { Icon } from '@/components/ui/icon'
import type { Counts } from './whereabouts'

/** `12 here now, 54 % right, 2 stuck`; what is nobody's is left out. */
export function countsInWords(counts: Counts | undefined): string {
  if (!counts) return ''
  const { here, right, stuck } = counts
  const parts = [
    here > 0 && `${here} here now`,
    right !== null && right > 0 && `${right} % right`,
    stuck > 0 && `${stuck} stuck`,
  ]
  return parts.filter(part => part !== false).join(', ')
}

/**
 * The same as shapes and numbers, as small as a tab or the head of a column can hold. `brief` leaves out the share, and
 * the words, which are up to what it stands in.
 */
export function CountMarks({ counts, brief = false }: { counts: Counts | undefined; brief?: boolean }) {
  if (!counts) return null
  const { here, right, stuck } = counts
  return (
    <span
      data-here={here}
      data-stuck={stuck}
      data-right={right ?? undefined}
      className="inline-flex items-center gap-x-1.5 text-[0.78rem] leading-4 font-semibold whitespace-nowrap tabular-nums"
    >
      {here > 0 && (
        <span aria-hidden="true" className="inline-flex items-center gap-0.5 text-ink-2">
          <Icon name="person" size={11} className={brief ? '@max-[3.4rem]:hidden' : ''} />
          {here}
        </span>
      )}
      {!brief && right !== null && right > 0 && (
        <span aria-hidden="true" className="inline-flex items-center gap-0.5 text-right-ink">
          <Icon name="tick" size={11} />
          {right}%
        </span>
      )}
      {stuck > 0 && (
        <span aria-hidden="true" className="inline-flex items-center gap-0.5 text-wrong">
          <Icon name="alert" size={11} />
          {stuck}
        </span>
      )}
      {!brief && <span className="sr-only">{countsInWords(counts)}</span>}
    </span>
  )
}
