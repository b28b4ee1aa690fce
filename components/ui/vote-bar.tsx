/** Votes for one thing, of all votes: a bar with its number and share. `when`: which of two votes these are. */
export function VoteBar({
  count,
  of,
  mine = false,
  when,
}: {
  count: number
  of: number
  mine?: boolean
  when?: 'before' | 'after'
}) {
  const share = of === 0 ? 0 : (100 * count) / of
  return (
    <div data-testid="vote-bar" data-when={when} className="flex items-center gap-3">
      {when && <span className="w-12 shrink-0 text-sm text-ink-2">{when}</span>}
      <div aria-hidden="true" className="h-3 min-w-0 flex-1 overflow-hidden rounded-full bg-line">
        <div
          className={`h-full rounded-full transition-[width] duration-200 ${mine ? 'bg-chalk' : when === 'before' ? 'bg-working' : 'bg-follows'}`}
          style={{ width: `${share}%` }}
        />
      </div>
      <span className="w-24 shrink-0 text-right text-[0.95rem] tabular-nums">
        <strong className="font-semibold">{count}</strong>
        <span className="text-ink-2"> · {Math.round(share)} %</span>
      </span>
    </div>
  )
}

/** The votes for one option, those of a second vote below those of the first. `mine`: one's own vote in each. */
export function VoteBars({
  place,
  first,
  second,
  mine,
}: {
  place: number
  first: readonly number[]
  second: readonly number[] | null
  mine?: { readonly first: number | null; readonly second: number | null }
}) {
  const bar = (counts: readonly number[], own: number | null | undefined, when?: 'before' | 'after') => (
    <VoteBar
      count={counts[place] ?? 0}
      of={counts.reduce((sum, count) => sum + count, 0)}
      mine={own === place}
      {...(when && { when })}
    />
  )
  if (second === null) return bar(first, mine?.first)
  return (
    <div className="grid gap-1">
      {bar(first, mine?.first, 'before')}
      {bar(second, mine?.second, 'after')}
    </div>
  )
}
