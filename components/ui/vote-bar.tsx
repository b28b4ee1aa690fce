/** Votes for one thing, of all votes: a bar with its number and share. */
export function VoteBar({ count, of, mine = false }: { count: number; of: number; mine?: boolean }) {
  const share = of === 0 ? 0 : (100 * count) / of
  return (
    <div className="flex items-center gap-3">
      <div aria-hidden="true" className="h-3 min-w-0 flex-1 overflow-hidden rounded-full bg-line">
        <div
          className={`h-full rounded-full transition-[width] duration-200 ${mine ? 'bg-chalk' : 'bg-follows'}`}
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
